internal import Crypto
internal import GRDB

/// Brings a log that an older program wrote to the formats of this one, before anything else opens it: backed up first, then
/// each file in a transaction of its own. A crash in between leaves a file of either format, and the next start goes on.
enum Upgrade {
  /// - Parameters:
  ///   - folder: its log is there and was made to the end.
  ///   - master: opens its keys.
  ///   - erased: what the register names.
  /// - Returns: the folder of the backup, nil where nothing was to be done.
  /// - Throws: `.upgradeNotBackedUp`; nothing has been changed then.
  static func run(
    _ folder: StateFolder, _ settings: LogSettings, master: SymmetricKey, erased: Set<Int64>
  ) throws(LogError) -> String? {
    let log = try Connections.look(into: folder.log) { try Schema.format.isDue(in: $0) }
    let keys = try Connections.look(into: folder.keys) { try KeyFile.format.isDue(in: $0) }
    guard log || keys else { return nil }
    // What is being restored lies in its backup.
    let backup =
      settings.isRestored
      ? nil : try UpgradeBackup(folder: folder, settings: settings, master: master, erased: erased).make()
    settings.crashPoint?(.upgradeBackedUp)
    let moment = settings.moment
    if log { try apply(Schema.format, to: folder.log, moment) }
    settings.crashPoint?(.upgradeLogDone)
    if keys { try apply(KeyFile.format, to: folder.keys, moment) }
    settings.crashPoint?(.upgradeKeysDone)
    return backup
  }

  private static func apply(_ format: FileFormat, to path: String, _ moment: FileFormat.Moment) throws(LogError) {
    let pool = try Connections.open(path)
    try LogError.mapping {
      try pool.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          try format.upgrade(database, at: moment)
          return .commit
        }
        _ = try database.checkpoint(.truncate)
      }
      try pool.close()
    }
  }
}
