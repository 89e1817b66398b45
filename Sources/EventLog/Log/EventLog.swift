internal import Crypto
internal import GRDB
internal import Leaves
internal import Synchronization
internal import Transparency

/// A checkpoint as it was signed.
package struct SignedCheckpoint: Sendable, Hashable {
  /// In leaves.
  package let size: Int
  /// The C2SP signed note, in full.
  package let note: String
}

/// An append-only log of events in a folder, with a vault for what is personal in them.
///
/// It opens both files and keeps them; a `LogWriter` appends, any number of `LogReader`s read. Opening verifies and repairs
/// nothing, but for erasures: what the register of erased keys names goes from the key file, and what an erasure left behind
/// is cleared.
package final class EventLog: Sendable {
  package let settings: LogSettings
  let folder: StateFolder
  let database: DatabasePool
  let keys: KeyStore
  let erased: ErasedKeys
  private let logOrigin: LogOrigin
  let journal: WriteAheadGauge
  let backupTurn = BackupTurn()
  private let lock: FolderLock
  /// The folder into which a log of an older format was backed up before it was upgraded; nil where it had this one's.
  package let upgradeBackup: String?
  private let state: Mutex<State>

  private struct State {
    /// Durable.
    var head: Head
    var checkpoint: SignedCheckpoint?
    var scrubbed: Int
    var signing: SigningKeys
    var hasWriter = false
    /// Why nothing may be appended any more.
    var halted: LogError?
  }

  /// - Parameter create: whether to make a log where there is none.
  package init(opening settings: LogSettings, create: Bool) throws(LogError) {
    guard let origin = LogOrigin(settings.origin), PlainText.allows(settings.origin),
      PlainText.allows(settings.schemaPrefix, limit: 128)
    else { throw .settingRefused("origin") }
    let folder = StateFolder(path: settings.folder)
    lock = try folder.lockForThisProcess()
    let opening = try Opening(folder: folder, settings: settings, origin: origin, create: create)
    self.settings = settings
    self.folder = folder
    database = opening.database
    keys = opening.keys
    erased = opening.erased
    upgradeBackup = opening.upgradeBackup
    logOrigin = origin
    journal = try WriteAheadGauge(watching: opening.database)
    state = Mutex(
      State(
        head: opening.head, checkpoint: opening.checkpoint, scrubbed: opening.scrubbed, signing: opening.signing))
    try forgetRetiredKeys()
    do throws(LogError) { try clearVault() } catch {
      // Somebody reads the files, an auditor's `verify` perhaps: it stays owed, to the next one who calls `finishErasure`.
      guard error.isBusy else { throw error }
    }
  }

  deinit {
    // The folder's lock goes with this object; nothing may still write there when it does.
    keys.finish()
  }

  /// Closes both files, for whoever moves them; the log is of no use afterwards. Where nobody reads on, either file is whole by
  /// itself then: GRDB closes its readers last, and they cannot move what the write-ahead log still holds.
  package func close() throws(LogError) {
    try LogError.mapping {
      for pool in [database, keys.database] {
        do {
          _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        } catch {
          guard LogError(error).isBusy else { throw error }
        }
      }
      try database.close()
      try keys.database.close()
    }
  }

  /// How many events are durable; their positions are 0 up to but not including this.
  package var size: Int { state.withLock { $0.head.size } }

  package var origin: String { settings.origin }

  /// The public half of the key that signs checkpoints, as a C2SP verifier key.
  package var verifierKey: String { signing.current.verifier.vkey }

  /// All keys that ever signed for this log, the first one first.
  package var logKeys: [LogKey] { signing.shown }

  /// The newest one, nil before the first.
  package var latestCheckpoint: SignedCheckpoint? { state.withLock { $0.checkpoint } }

  /// Every leaf before this position was read back whole and agreed with the tree.
  package var scrubMark: Int { state.withLock { $0.scrubbed } }

  /// Why nothing may be appended any more, nil while all is well.
  package var halted: LogError? { state.withLock { $0.halted } }

  package func reader() -> LogReader { LogReader(log: self) }

  // MARK: For the writer

  var head: Head { state.withLock { $0.head } }

  var signing: SigningKeys { state.withLock { $0.signing } }

  func publish(_ signing: SigningKeys) { state.withLock { $0.signing = signing } }

  func publish(_ head: Head, _ checkpoint: SignedCheckpoint? = nil) {
    state.withLock {
      $0.head = head
      if let checkpoint { $0.checkpoint = checkpoint }
    }
  }

  func publish(scrubbed: Int) { state.withLock { $0.scrubbed = scrubbed } }

  /// Runs what must not be tried again after a failed sync, whoever asks for it: what is in memory may be ahead of the disk,
  /// and only a new start from the disk can tell.
  func endingWhereUnsynced<Value>(_ body: () throws -> Value) throws(LogError) -> Value {
    do { return try body() } catch {
      let error = LogError(error)
      if error.isSyncFailure {
        settings.fatal(error)
        halt(error)
      }
      throw error
    }
  }

  /// Nothing is appended from now on.
  func halt(_ error: LogError) { state.withLock { $0.halted = $0.halted ?? error } }

  /// There is one writer at a time.
  func takeWriter() -> Bool {
    state.withLock {
      if $0.hasWriter { return false }
      $0.hasWriter = true
      return true
    }
  }

  func returnWriter() { state.withLock { $0.hasWriter = false } }

  // MARK: Keys

  /// Makes the log's next key. It is durable, and not in use before `Desk.rotateKey` says so.
  func makeSigner(after signing: SigningKeys) throws(LogError) -> NoteSigner {
    try keys.makeSigner(signing.current.ordinal + 1, logOrigin)
  }

  /// The private halves of keys whose overlap has passed are deleted: what is not there cannot be stolen.
  package func forgetRetiredKeys() throws(LogError) {
    let forgotten = state.withLock { $0.signing.forget(before: $0.head.recorded) }
    try endingWhereUnsynced { try keys.forgetSigners(forgotten) }
  }

  // MARK: Checkpoints

  /// Signs a checkpoint of everything durable and stores it; where the newest one covers that already, returns it.
  @discardableResult
  package func signCheckpoint() throws(LogError) -> SignedCheckpoint? {
    try LogError.mapping {
      try database.writeWithoutTransaction { database in
        // Whoever holds the writing connection: nothing is committed meanwhile.
        var head = self.head
        guard let checkpoint = try newCheckpoint(&head) else { return latestCheckpoint }
        try database.inTransaction(.immediate) {
          try store(checkpoint, head, in: database)
          return .commit
        }
        publish(head, checkpoint)
        return checkpoint
      }
    }
  }

  /// A checkpoint of the durable head, counted in it; nil where there is nothing new to sign.
  func newCheckpoint(_ head: inout Head) throws(LogError) -> SignedCheckpoint? {
    guard head.size > (latestCheckpoint?.size ?? 0) else { return nil }
    let checkpoint = Checkpoint(origin: logOrigin, size: head.size, root: head.frontier.root)
    do {
      let note = try SignedNote(text: checkpoint.text, signedBy: signing.signers(at: head.recorded))
      head.checkpoints += 1
      return SignedCheckpoint(size: head.size, note: String(decoding: note.bytes, as: UTF8.self))
    } catch {
      throw LogError(error)
    }
  }

  /// Within the caller's transaction, which also stores the head.
  func insert(_ checkpoint: SignedCheckpoint, ordinal: Int, in database: Database) throws(LogError) {
    let query = try Query(database, "INSERT INTO checkpoint (size, ordinal, note) VALUES (?, ?, ?)")
    try query.bind(1, checkpoint.size)
    try query.bind(2, ordinal)
    try query.bind(3, checkpoint.note)
    try query.run()
  }

  private func store(_ checkpoint: SignedCheckpoint, _ head: Head, in database: Database) throws {
    try insert(checkpoint, ordinal: head.checkpoints - 1, in: database)
    try head.store(database)
  }
}
