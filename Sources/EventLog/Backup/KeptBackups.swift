/// What lies in the two folders, as it says itself.
package struct KeptBackup: Sendable, Hashable {
  package let name: BackupName
  /// Nil where it is not there, or says nothing that can be read.
  package let log: BackupManifest?
  package let keys: BackupManifest?
  /// Set apart because it did not verify.
  package let isFailed: Bool

  /// Whether everything can be put back from it, with the keys of this backup or of a later one.
  package var isWhole: Bool { log != nil && !isFailed }
}

package enum KeptBackups {
  /// The newest first. Folders of other names are passed over.
  package static func list(_ places: BackupPlaces) -> [KeptBackup] {
    let logs = BackupFolder(path: places.logs, part: .log)
    let keys = BackupFolder(path: places.keys, part: .keys)
    var kept: [KeptBackup] = []
    for state in [nil, BackupState.failed] {
      for name in Set(logs.names(state) + keys.names(state)) {
        kept.append(
          KeptBackup(
            name: name, log: logs.manifest(name, state), keys: keys.manifest(name, state), isFailed: state != nil))
      }
    }
    return kept.sorted { $0.name > $1.name }
  }
}
