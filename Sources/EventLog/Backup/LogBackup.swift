internal import Crypto
internal import GRDB
internal import Leaves
internal import Transparency

/// One backup on its way. Log before keys: every key that the log's copy needs was in the key file by then, or erased.
struct LogBackup {
  let log: EventLog
  let logs: BackupFolder
  let keys: BackupFolder
  let daemon: String
  let erasure: String?

  typealias Progress = (_ stage: BackupStage, _ done: Int, _ total: Int) throws -> Void

  init(_ log: EventLog, _ places: BackupPlaces, daemon: String, erasure: String?) {
    self.log = log
    logs = BackupFolder(path: places.logs, part: .log)
    keys = BackupFolder(path: places.keys, part: .keys)
    self.daemon = daemon
    self.erasure = erasure
  }

  func run(_ trial: (String, Int) throws -> BackupTrial?, _ progress: Progress) throws -> BackupManifest {
    for folder in [logs, keys] {
      try folder.make()
      folder.removeLeftOvers()
    }
    try expectRoom()
    var name: BackupName?
    do {
      return try run(&name, trial, progress)
    } catch {
      for folder in [logs, keys] { if let name { folder.remove(name, .partial) } }
      throw error is DatabaseError ? LogError(error) : error
    }
  }

  private func run(
    _ name: inout BackupName?, _ trial: (String, Int) throws -> BackupTrial?, _ progress: Progress
  ) throws -> BackupManifest {
    var manifest = try copyLog(&name, progress)
    log.settings.crashPoint?(.backupLogCopied)
    var copy = try copyKeys(manifest, &manifest.verification, progress)
    if manifest.verification.isGood, let trial = try trial(logs.path(manifest.name, .partial), manifest.size) {
      try progress(.rebuilding, manifest.size, manifest.size)
      manifest.verification.views = trial.digest
      manifest.verification.problems += [trial.problem].compactMap { $0 }
    }
    log.settings.crashPoint?(.backupVerified)
    try digest(&manifest)
    try log.backupTurn.withKeys {
      // What was erased, or locked anew, since the keys were copied must not be handed on as it was.
      if copy.isStale(log) { copy = try CopiedKeys(log, manifest, in: keys) }
      manifest.verification.problems += try copy.problems(forLog: logPath(manifest.name))
      try write(manifest)
      try copy.write(manifest.verification.problems, in: keys)
      try keys.place(manifest.name, as: manifest.verification.isGood ? nil : .failed)
    }
    log.settings.crashPoint?(.backupKeysPlaced)
    try logs.place(manifest.name, as: manifest.verification.isGood ? nil : .failed)
    log.settings.crashPoint?(.backupPlaced)
    try log.backupTurn.withKeys { removeOld(manifest) }
    log.settings.crashPoint?(.backupPruned)
    return manifest
  }

  private func logPath(_ name: BackupName) -> String { "\(logs.path(name, .partial))/\(BackupPlaces.logFile)" }

  // MARK: Steps

  /// The copy, the views that are built from it for trial, and something to spare.
  private func expectRoom() throws(BackupError) {
    let (needed, neededKeys) = BackupRoom.needed(log.folder)
    for (folder, needed) in [(logs, needed), (keys, neededKeys)] {
      if let free = folder.free, free < needed {
        throw .noRoom(path: folder.path, needed: needed, free: free)
      }
    }
  }

  /// Within one read transaction: what others commit meanwhile is not in the copy, and does not make it begin anew.
  private func copyLog(_ begun: inout BackupName?, _ progress: Progress) throws -> BackupManifest {
    try log.database.read { database in
      let edge = try Head.storedEdge(database)
      let name = newName(size: edge.size)
      var manifest = BackupManifest(
        .log, name, origin: log.origin, simulated: log.settings.simulated, root: edge.root, daemon: daemon)
      manifest.checkpoint = try Checkpoints.newest(database)?.0.note
      if edge.size > 0 { manifest.recorded = try Head.load(database).recorded }
      try logs.begin(name)
      begun = name
      try keys.begin(name)
      var pages = 0
      try DatabaseCopy.make(of: database, at: logPath(name)) { done, total in
        pages = total
        try progress(.copying, done, total)
      }
      // After the last step nobody was listened to.
      try progress(.copying, pages, pages)
      return manifest
    }
  }

  /// Later than any other, whatever the clock says.
  private func newName(size: Int) -> BackupName {
    let taken = (logs.names() + keys.names() + logs.names(.failed) + keys.names(.failed)).map(\.time).max()
    return BackupName(time: max(log.settings.clock.now(), taken.map { $0 + 1000 } ?? .min), size: size)
  }

  /// Copies the keys, and looks at everything with them: once more where some were erased meanwhile, which takes the copy away
  /// from under whoever reads it.
  private func copyKeys(
    _ manifest: BackupManifest, _ verification: inout BackupManifest.Verification, _ progress: Progress
  ) throws -> CopiedKeys {
    var tries = 0
    while true {
      tries += 1
      let (copy, vault) = try log.backupTurn.withKeys {
        let copy = try CopiedKeys(log, manifest, in: keys)
        return (copy, try VaultCheck(keys: copy.path, master: copy.master, erased: copy.erased))
      }
      log.settings.crashPoint?(.backupKeysCopied)
      do {
        verification = try verified(manifest, vault, progress)
        if verification.isGood || !copy.isStale(log) || tries == Self.tryLimit { return copy }
      } catch {
        guard copy.isStale(log), error is LogError, tries < Self.tryLimit else { throw error }
      }
    }
  }

  private static let tryLimit = 5

  /// The whole tree, every stream and checkpoint, and every sealed field under its key.
  private func verified(
    _ manifest: BackupManifest, _ vault: VaultCheck, _ progress: Progress
  ) throws -> BackupManifest.Verification {
    var knowledge = OutsideKnowledge()
    knowledge.erasure = erasure
    var stopped: (any Error)?
    let report = try LogVerifier.verify(file: logPath(manifest.name), against: knowledge) { _ in
      vault
    } progress: { done, total in
      guard stopped == nil else { return false }
      do { try progress(.verifying, done, total) } catch { stopped = error }
      return stopped == nil
    }
    if let stopped { throw stopped }
    var verification = BackupManifest.Verification()
    verification.checkpoints = report.checkpoints
    verification.openedFields = report.openedFields
    verification.erasedFields = report.erasedFields + report.unrecordedFields
    verification.problems = report.findings.prefix(10).map { finding in
      "\(finding.position.map { "position \($0)" } ?? "the log"): \(finding.flaw.rawValue)"
    }
    if report.size != manifest.size || report.root != manifest.root {
      verification.problems.append("the copy is not the log that was copied")
    }
    if try !DatabaseCopy.isSound(logPath(manifest.name)) {
      verification.problems.append("the copy of log.sqlite3 is damaged, or cannot be read")
    }
    return verification
  }

  private func digest(_ manifest: inout BackupManifest) throws(LogError) {
    manifest.bytes = PrivateFile.size(logPath(manifest.name))
    manifest.digest = try FileDigest.of(logPath(manifest.name))
  }

  private func write(_ manifest: BackupManifest) throws(LogError) {
    try PrivateFile.replace("\(logs.path(manifest.name, .partial))/\(BackupPlaces.manifestFile)", manifest.json)
  }

  /// Only a copy that verified drives others out.
  private func removeOld(_ manifest: BackupManifest) {
    for folder in [logs, keys] {
      for name in folder.names(.failed) where name != manifest.name { folder.remove(name, .failed) }
    }
    guard manifest.verification.isGood else { return }
    let retention = log.settings.backupRetention
    for name in retention.surplusLogs(logs.names()) where name != manifest.name { logs.remove(name) }
    for name in retention.surplusKeys(keys.names()) where name != manifest.name { keys.remove(name) }
  }
}

/// How much room the next backup takes, in bytes.
package enum BackupRoom {
  private static let spare = 16 << 20

  static func needed(_ folder: StateFolder) -> (log: Int, keys: Int) {
    let log = PrivateFile.size(folder.log) + PrivateFile.size(folder.log + "-wal")
    return (log + log / 2 + spare, PrivateFile.size(folder.keys) + PrivateFile.size(folder.keys + "-wal") + spare)
  }

  /// The folder that has too little room for the next backup, with what it needs and has; nil where all is well, or where
  /// nothing is set.
  package static func lacking(_ log: EventLog) -> (path: String, needed: Int, free: Int)? {
    guard let places = log.settings.backups else { return nil }
    let needed = needed(log.folder)
    for (path, needed) in [(places.logs, needed.log), (places.keys, needed.keys)] {
      if let free = BackupFolder(path: path, part: .log).free, free < needed { return (path, needed, free) }
    }
    return nil
  }
}
