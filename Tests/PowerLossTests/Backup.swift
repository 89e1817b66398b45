@testable import EventLog

/// The backups that the log makes of itself, on the same disk.
enum Backup {
  static func places(_ disk: FaultyDisk) -> BackupPlaces {
    BackupPlaces(logs: disk.path + "/backup-log", keys: disk.path + "/backup-keys")
  }

  static func sources(_ backup: Promises.Backup, _ disk: FaultyDisk, register: String) throws -> RestoreSources {
    var sources = RestoreSources(
      log: log(backup, disk), keys: keys(backup, disk),
      masterKey: try RestoredKey(backup.masterKey, origin: Workload.origin))
    sources.register = register
    return sources
  }

  /// What is wrong with one that was acknowledged, in words.
  static func losses(_ backup: Promises.Backup, _ disk: FaultyDisk, gone: [[UInt8]]) throws -> [String] {
    var losses: [String] = []
    for (path, part) in [(places(disk).logs, BackupManifest.Part.log), (places(disk).keys, .keys)] {
      let folder = BackupFolder(path: path, part: part)
      let file = "\(folder.path(backup.name))/\(part == .log ? BackupPlaces.logFile : BackupPlaces.keysFile)"
      guard let manifest = folder.manifest(backup.name) else {
        losses.append("the backup \(backup.name.text) of the \(part.rawValue) is lost")
        continue
      }
      if try FileDigest.of(file) != manifest.digest { losses.append("\(file) is not what its manifest says") }
    }
    guard losses.isEmpty else { return losses }
    let erased = try ErasedKeys(copy: disk.path + "/state-erased/register", origin: Workload.origin).ids
    let master = try MasterKey.parse(backup.masterKey)
    let report = try LogVerifier.verify(file: log(backup, disk), against: OutsideKnowledge()) { _ throws(LogError) in
      try VaultCheck(keys: keys(backup, disk), master: master, erased: erased)
    } progress: { _, _ in
      true
    }
    if !report.isIntact || report.size != backup.size { losses.append("a backup does not verify: \(report.findings)") }
    let bytes = try Folder.read(keys(backup, disk))
    if gone.contains(where: { bytes.contains($0) }) { losses.append("a backup holds a key that was cleared away") }
    return losses
  }

  private static func log(_ backup: Promises.Backup, _ disk: FaultyDisk) -> String {
    "\(BackupFolder(path: places(disk).logs, part: .log).path(backup.name))/\(BackupPlaces.logFile)"
  }

  private static func keys(_ backup: Promises.Backup, _ disk: FaultyDisk) -> String {
    "\(BackupFolder(path: places(disk).keys, part: .keys).path(backup.name))/\(BackupPlaces.keysFile)"
  }
}

/// A backup came out wrong though nothing had failed.
struct BackupTrouble: Error {
  let problems: [String]
}
