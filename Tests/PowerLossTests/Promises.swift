import EventLog
import Synchronization

/// What the log has said is done, and what it was asked for and has not answered yet: the one must be there when the power
/// comes back, of the other all or nothing.
final class Promises: Sendable {
  struct Field: Sendable, Hashable {
    let subject: UInt64
    let value: [UInt8]
  }

  struct Event: Sendable {
    let bytes: [UInt8]
    let sealed: [Field]
  }

  struct State {
    /// The log was opened once.
    var isMade = false
    var events: [Event] = []
    /// Of the requests under way, each by itself: a commit takes some of them, from the first on, or none.
    var underWay: [[Event]] = []
    /// The same of a commit that failed, which may be on the disk all the same.
    var tried: [[Event]] = []
    /// Subjects whose keys are gone for good, and those whose erasure has begun; with how many events there were then.
    var erased: [UInt64: Int] = [:]
    var erasing: [UInt64: Int] = [:]
    /// The keys that the register was told of.
    var registered: Set<Int64> = []
    /// What wrapped the keys of finished erasures: nowhere on the disk any more.
    var gone: [[UInt8]] = []
    /// The text of the master key's file, where no change is under way.
    var masterKey: [UInt8]?
    /// Those that are whole.
    var backups: [Backup] = []
    /// Where a log is being put together, and where one was.
    var restoring: Place?
    var restored: Place?
  }

  struct Backup: Sendable {
    let name: BackupName
    /// As its file was then.
    let masterKey: [UInt8]

    /// In events.
    var size: Int { name.size }
  }

  struct Place: Sendable {
    let folder: String
    let backup: Backup
  }

  private let state = Mutex(State())

  func with<Value>(_ body: (inout sending State) -> sending Value) -> sending Value { state.withLock(body) }

  var now: State { state.withLock { $0 } }

  func acknowledge() {
    state.withLock { state in
      state.events += state.underWay.joined()
      state.underWay = []
      state.tried = []
    }
  }

  func rollBack() {
    state.withLock { state in
      if !state.underWay.isEmpty { state.tried = state.underWay }
      state.underWay = []
    }
  }

  /// What was not answered happened or did not: which one is seen by the log's end.
  func settle(size: Int) {
    state.withLock { state in
      var waiting = (state.underWay.isEmpty ? state.tried : state.underWay)[...]
      while state.events.count < size, let next = waiting.popFirst() { state.events += next }
      state.underWay = []
      state.tried = []
    }
  }
}
