import Glibc
import Synchronization

@testable import EventLog

/// Holds a thread until it is opened.
final class Gate: Sendable {
  private let state = Mutex((isReached: false, isOpen: false))

  var isReached: Bool { state.withLock { $0.isReached } }

  func open() { state.withLock { $0.isOpen = true } }

  func wait() {
    state.withLock { $0.isReached = true }
    while !state.withLock({ $0.isOpen }) { sched_yield() }
  }
}

/// What the writer told of some requests, whose order in the queue matters.
final class Replies: Sendable {
  private let results = Mutex<[Result<Int, WriterError>]>([])

  var count: Int { results.withLock { $0.count } }

  func add(_ result: Result<Int, WriterError>) { results.withLock { $0.append(result) } }

  /// - Throws: the first that failed.
  func wait(for number: Int) throws {
    while count < number { sched_yield() }
    for result in results.withLock({ $0 }) { _ = try result.get() }
  }
}
