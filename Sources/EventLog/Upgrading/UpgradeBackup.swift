internal import Crypto
internal import GRDB
internal import Leaves
internal import Transparency

/// A backup of a log as an older program left it, before it is upgraded: of the format of any other backup, so that it is
/// listed, restored and pruned as any other.
struct UpgradeBackup {
  let folder: StateFolder
  let settings: LogSettings
  let master: SymmetricKey
  let erased: Set<Int64>

  /// - Returns: the folder of the log's part.
  /// - Throws: `.upgradeNotBackedUp`; `.corrupt` where the log does not verify, which is no state to begin an upgrade from.
  func make() throws(LogError) -> String {
    guard let places = settings.backups else { throw .upgradeNotBackedUp }
    let (logs, keys) = (BackupFolder(path: places.logs, part: .log), BackupFolder(path: places.keys, part: .keys))
    var name: BackupName?
    do {
      for folder in [logs, keys] {
        try folder.make()
        folder.removeLeftOvers()
      }
      let made = try make(&name, logs, keys)
      // What a crash kept from being taken out of the live keys is taken out of the copy.
      _ = try KeptKeys(folder: keys).clear(erased, at: settings.clock.now())
      return logs.path(made)
    } catch {
      for folder in [logs, keys] { if let name { folder.remove(name, .partial) } }
      if let error = error as? LogError, error.isDamage { throw error }
      throw .upgradeNotBackedUp
    }
  }

  private func make(_ begun: inout BackupName?, _ logs: BackupFolder, _ keys: BackupFolder) throws -> BackupName {
    var log = try copyLog(&begun, to: logs)
    let logPath = "\(logs.path(log.name, .partial))/\(BackupPlaces.logFile)"
    try keys.begin(log.name)
    let keyPath = "\(keys.path(log.name, .partial))/\(BackupPlaces.keysFile)"
    var key = BackupManifest(
      .keys, log.name, origin: log.origin, simulated: log.simulated, root: log.root, daemon: log.daemon)
    key.recorded = log.recorded
    try Connections.openReadOnly(folder.keys).read { database in
      key.keys = try KeyFile.ids(database).count
      key.masterKey = try MasterKeys.newest(database).map { $0.ordinal + 1 }
      try DatabaseCopy.make(of: database, at: keyPath)
    }
    log.verification = try verified(log, logPath, keyPath)
    for (manifest, folder, path) in [(key, keys, keyPath), (log, logs, logPath)] {
      var manifest = manifest
      manifest.bytes = PrivateFile.size(path)
      manifest.digest = try FileDigest.of(path)
      try PrivateFile.replace(
        "\(folder.path(log.name, .partial))/\(BackupPlaces.manifestFile)", manifest.json)
      try folder.place(log.name, as: nil)
    }
    return log.name
  }

  private func copyLog(_ begun: inout BackupName?, to logs: BackupFolder) throws -> BackupManifest {
    try Connections.openReadOnly(folder.log).read { database in
      let edge = try Head.storedEdge(database)
      let newest = logs.names().map(\.time).max()
      let name = BackupName(
        time: max(settings.clock.now(), newest.map { $0 + 1000 } ?? .min), size: edge.size)
      var manifest = BackupManifest(
        .log, name, origin: settings.origin, simulated: settings.simulated, root: edge.root,
        daemon: settings.program)
      manifest.checkpoint = try Checkpoints.newest(database)?.0.note
      if edge.size > 0 { manifest.recorded = try Head.load(database).recorded }
      try logs.begin(name)
      begun = name
      try DatabaseCopy.make(of: database, at: "\(logs.path(name, .partial))/\(BackupPlaces.logFile)")
      return manifest
    }
  }

  /// The whole tree, and every sealed field under its key.
  private func verified(
    _ manifest: BackupManifest, _ log: String, _ keys: String
  ) throws(LogError) -> BackupManifest.Verification {
    let report = try LogVerifier.verify(file: log, against: OutsideKnowledge()) { _ throws(LogError) in
      try VaultCheck(keys: keys, master: master, erased: erased)
    } progress: { _, _ in
      true
    }
    if let first = report.findings.first { throw .corrupt(position: first.position, first.flaw) }
    if let closed = report.vaultClosed { throw closed }
    var verification = BackupManifest.Verification()
    verification.checkpoints = report.checkpoints
    verification.openedFields = report.openedFields
    verification.erasedFields = report.erasedFields + report.unrecordedFields
    return verification
  }
}
