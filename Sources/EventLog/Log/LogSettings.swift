internal import Glibc

/// How a log is opened.
package struct LogSettings: Sendable {
  /// The folder that holds `log.sqlite3`, `keys.sqlite3` and `master.key`.
  package var folder: String
  /// The register of erased keys, which must lie apart from them: `FOLDER-erased/register` unless set.
  package var erasedKeys: String
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
  /// The file of the service manager's credential that holds the master key; nil where there is none, and `master.key` holds it.
  package var masterKeyCredential: String?
  /// Whether the log was put together from backups: its keys' numbers go on far above those that its lost future may have given.
  var isRestored = false
  /// Where backups go; nil where none are made here.
  package var backups: BackupPlaces?
  package var backupRetention = BackupRetention()
  package var clock: any LogClock
  /// Which program and version this is, for the history of the files' formats.
  package var program = "unknown"
  /// Called at named points, on the thread that passes them; for tests that stop there.
  package var crashPoint: (@Sendable (CrashPoint) -> Void)?
  /// Called while the log is verified on opening, with the number of leaves done and to do.
  package var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  /// Called on the writer's thread with why nothing can be written any more, and with nil when it can again.
  package var trouble: (@Sendable (LogError?) -> Void)?
  /// Called when it is unknown what is on the disk. It must not return in earnest; if it does, the writer stays shut.
  package var fatal: @Sendable (LogError) -> Void = LogSettings.endProcess

  package init(folder: String, origin: String, simulated: Bool, clock: any LogClock = SystemClock()) {
    self.folder = folder
    erasedKeys = folder + "-erased/register"
    self.origin = origin
    self.simulated = simulated
    self.clock = clock
  }

  /// Now, and by whom.
  var moment: FileFormat.Moment { FileFormat.Moment(time: clock.now(), program: program) }

  /// Ends the process at once, without clean-up: what is in memory may be ahead of the disk and must not be written.
  @Sendable private static func endProcess(_ error: LogError) {
    let line = Array("event log: a commit could not be synced; ending, so as to start again from the disk\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    _exit(74)
  }
}

/// Points at which a crash is tried.
package enum CrashPoint: String, CaseIterable, Sendable {
  // MARK: A commit
  /// Events are written in the transaction, which is open.
  case appended
  /// The transaction is durable; nobody knows yet.
  case committed
  /// The views have moved on; nobody is answered yet.
  case projected

  // MARK: An erasure
  /// That it begins is durable, and nothing else has happened.
  case erasureBegun
  /// The register names the keys; they are still there.
  case erasureRegistered
  /// The keys are gone; their rows stand, and no event says so.
  case erasureKeysDeleted
  /// The rows are deleted and the event is appended, in a transaction that is open.
  case erasureAppended
  /// It is durable.
  case erasureRecorded
  /// The key file is cleared.
  case erasureKeysPurged
  /// The vault is written anew; its old pages are still in the write-ahead log.
  case erasureVaultRewritten
  /// All is cleared; the log still believes that it is not.
  case erasureJournalTruncated

  // MARK: A change of the master key
  /// Every key is wrapped under the new one, which waits under the old one.
  case rotationWrapped
  /// The new one is written, under another name.
  case rotationKeyWritten
  case rotationKeyReplaced
  /// Nothing leads from the old key to the new one any more, but for what the file has not been cleared of.
  case rotationHandedOver

  // MARK: An upgrade
  /// Both files are backed up, and as they were.
  case upgradeBackedUp
  /// The log has its new format, the keys have not.
  case upgradeLogDone
  case upgradeKeysDone

  // MARK: A backup
  /// The log lies in a folder that is not yet called a backup.
  case backupLogCopied
  case backupKeysCopied
  /// Everything has been looked at.
  case backupVerified
  /// The keys have their name; the log has not.
  case backupKeysPlaced
  case backupPlaced
  /// Older ones have gone.
  case backupPruned

  // MARK: Restoring
  /// The parts lie in a folder beside.
  case restoreCopied
  /// The register has been applied to them, and they verify.
  case restorePrepared
  /// The register is in its place; the log is not.
  case restoreRegistered
  /// What was there before lies aside; nothing is in its place yet.
  case restoreSetAside
  case restorePlaced

  /// Those of every commit.
  package static let ofCommit: [CrashPoint] = [.appended, .committed, .projected]
  /// Those of every erasure, in order.
  package static let ofErasure: [CrashPoint] = [
    .erasureBegun, .erasureRegistered, .erasureKeysDeleted, .erasureAppended, .erasureRecorded, .erasureKeysPurged,
    .erasureVaultRewritten, .erasureJournalTruncated,
  ]
  /// Those of every backup, in order.
  package static let ofBackup: [CrashPoint] = [
    .backupLogCopied, .backupKeysCopied, .backupVerified, .backupKeysPlaced, .backupPlaced, .backupPruned,
  ]
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
