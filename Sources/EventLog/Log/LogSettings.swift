internal import Glibc

/// How a log is opened.
package struct LogSettings: Sendable {
  /// The folder that holds `log.sqlite3`, `keys.sqlite3` and `master.key`.
  package var folder: String
  /// The log's name: the `source` of every event and the name of its checkpoints, for example `example.org/record`.
  package var origin: String
  /// Whether actors and times may be invented. A log never changes between the two.
  package var simulated: Bool
  /// How many requests may wait for the writer before the next one is told that it is busy.
  package var queueLimit = 1024
  /// How many requests share one commit at most.
  package var batchLimit = 256
  /// How long to wait at least between two signed checkpoints, unless one is asked for.
  package var checkpointInterval: Duration = .seconds(1)
  /// How long a writer that turned read-only waits before it tries again.
  package var retryInterval: Duration = .seconds(1)
  /// How many subject keys are kept ready, so that sealing need not wait for the key file.
  package var keyPoolSize = 512
  /// What stands before the type in an event's `dataschema`; 1 to 128 characters of plain ASCII.
  package var schemaPrefix = "urn:talentd:event:"
  package var clock: any LogClock
  /// Called on the writer's thread at named points of a commit; for tests that stop there.
  package var crashPoint: (@Sendable (CrashPoint) -> Void)?
  /// Called when it is unknown what is on the disk. It must not return in earnest; if it does, the writer stays shut.
  package var fatal: @Sendable (LogError) -> Void = LogSettings.endProcess

  package init(folder: String, origin: String, simulated: Bool, clock: any LogClock = SystemClock()) {
    self.folder = folder
    self.origin = origin
    self.simulated = simulated
    self.clock = clock
  }

  /// Ends the process at once, without clean-up: what is in memory may be ahead of the disk and must not be written.
  @Sendable private static func endProcess(_ error: LogError) {
    let line = Array("event log: a commit could not be synced; ending, so as to start again from the disk\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    _exit(74)
  }
}

/// Points of a commit at which a crash is tried.
package enum CrashPoint: String, CaseIterable, Sendable {
  /// Events are written in the transaction, which is open.
  case appended
  /// The transaction is durable; nobody knows yet.
  case committed
  /// The views have moved on; nobody is answered yet.
  case projected
}

package protocol LogClock: Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  func now() -> Int64
}

package struct SystemClock: LogClock {
  package init() {}

  package func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
