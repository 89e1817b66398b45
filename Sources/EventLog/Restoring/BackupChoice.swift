/// The newest backup in some folders from which everything can be put back.
package struct BackupChoice: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// What it says of itself is not there, or is not of this log.
    case unreadable, otherLog(String)
    /// It did not verify when it was made.
    case failed
    /// The file is not the one that was verified.
    case changed
    /// There are no keys as new as this log, which may have used keys since.
    case keysOlder
  }

  package let log: String
  package let keys: String
  /// What is put back, and with keys of which backup.
  package let name: BackupName
  package let keysName: BackupName
  /// Newer ones that were not taken, each with why.
  package let passedOver: [Passed]

  package struct Passed: Sendable, Hashable {
    package let path: String
    package let reason: Reason
  }

  /// - Parameter folders: each holds backups, or the folders `log` and `keys` that do.
  /// - Throws: `RestoreError.noBackup` with what was passed over.
  package init(in folders: [String], origin: String) throws {
    let places = folders.flatMap { [$0, "\($0)/log", "\($0)/keys"] }
    var passed: [Passed] = []
    var keys: [(name: BackupName, path: String)] = []
    for place in places {
      let folder = BackupFolder(path: place, part: .keys)
      for name in folder.names() where PrivateFile.exists("\(folder.path(name))/\(BackupPlaces.keysFile)") {
        if let reason = try Self.fault(folder, name, origin) {
          passed.append(Passed(path: folder.path(name), reason: reason))
        } else {
          keys.append((name, "\(folder.path(name))/\(BackupPlaces.keysFile)"))
        }
      }
    }
    let newest = keys.max { $0.name < $1.name }
    let logs = places.flatMap { place in
      let folder = BackupFolder(path: place, part: .log)
      return folder.names().filter { PrivateFile.exists("\(folder.path($0))/\(BackupPlaces.logFile)") }
        .map { (folder, $0) }
    }
    for (folder, name) in logs.sorted(by: { $0.1 > $1.1 }) {
      var reason = try Self.fault(folder, name, origin)
      if reason == nil, newest.map({ $0.name < name }) ?? true { reason = .keysOlder }
      guard reason == nil, let newest else {
        passed.append(Passed(path: folder.path(name), reason: reason ?? .keysOlder))
        continue
      }
      log = "\(folder.path(name))/\(BackupPlaces.logFile)"
      self.keys = newest.path
      self.name = name
      keysName = newest.name
      passedOver = passed
      return
    }
    throw RestoreError.noBackup(passed)
  }

  private static func fault(_ folder: BackupFolder, _ name: BackupName, _ origin: String) throws -> Reason? {
    guard let manifest = folder.manifest(name) else { return .unreadable }
    guard manifest.origin.utf8.elementsEqual(origin.utf8) else { return .otherLog(manifest.origin) }
    guard manifest.verification.isGood else { return .failed }
    return try FileDigest.of("\(folder.path(name))/\(manifest.file)") == manifest.digest ? nil : .changed
  }
}
