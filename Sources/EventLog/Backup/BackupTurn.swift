internal import Synchronization

/// Who may do what while a backup is made.
final class BackupTurn: Sendable {
  private let isUnderWay = Atomic(false)
  private let turn = Mutex(())

  /// False where another is under way.
  func begin() -> Bool { !isUnderWay.exchange(true, ordering: .acquiringAndReleasing) }
  func end() { isUnderWay.store(false, ordering: .releasing) }

  /// Copying keys, putting the copy in its place and removing old ones on the one hand, destroying keys and changing the master
  /// key on the other: one at a time, so that no copy holds what was destroyed before it. It is held for moments only, and
  /// whoever holds it does not wait for the log's writer.
  func withKeys<Value>(_ body: () throws -> Value) throws -> Value {
    // A lock's closure takes over what it returns; nothing of it is shared.
    nonisolated(unsafe) let body = body
    let result = turn.withLock { _ in
      nonisolated(unsafe) let result = Result { try body() }
      return result
    }
    return try result.get()
  }
}
