internal import GRDB
internal import Transparency

/// Brings a log that an older program wrote to the formats of this one, before anything else opens it: backed up first, then
/// each file in a transaction of its own. A crash in between leaves a file of either format, and the next start goes on.
package struct Upgrade: Hashable, Sendable {
  /// A file's format as it is, and as it is to be.
  package struct Change: Hashable, Sendable {
    package let from: Int
    package let to: Int
    /// A file of 0 was never made to the end; whoever makes it gives it its format.
    package var isDue: Bool { (1..<to).contains(from) }
  }

  package let log: Change
  package let keys: Change
  /// Events in the log.
  package let size: Int

  /// What is to be done to a folder whose log is there and was made to the end; nil where nothing is.
  static func due(_ folder: StateFolder) throws(LogError) -> Upgrade? {
    let (log, size) = try Connections.look(into: folder.log) { database in
      (try Schema.format.found(in: database), try Head.storedEdge(database).size)
    }
    let keys = try Connections.look(into: folder.keys) { try KeyFile.format.found(in: $0) }
    let upgrade = Upgrade(
      log: Change(from: log, to: Schema.format.version), keys: Change(from: keys, to: KeyFile.format.version),
      size: size)
    return upgrade.log.isDue || upgrade.keys.isDue ? upgrade : nil
  }

  /// - Throws: `.upgradeNotBackedUp` where `settings.beforeUpgrade` failed; nothing has been changed then.
  static func run(_ folder: StateFolder, _ settings: LogSettings) throws(LogError) {
    guard let upgrade = try due(folder) else { return }
    do { try settings.beforeUpgrade(upgrade) } catch { throw .upgradeNotBackedUp }
    settings.crashPoint?(.upgradeBackedUp)
    let moment = settings.moment
    if upgrade.log.isDue { try apply(Schema.format, to: folder.log, moment) }
    settings.crashPoint?(.upgradeLogDone)
    if upgrade.keys.isDue { try apply(KeyFile.format, to: folder.keys, moment) }
    settings.crashPoint?(.upgradeKeysDone)
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
