internal import GRDB
package import Transparency

/// That a log was put back, until the log itself says so.
package struct RestoredMark: Sendable, Hashable {
  package let size: Int
  package let root: Hash
  /// The size that somebody outside had signed, where it was knowingly left behind.
  package let anchored: Int?
}

extension Desk {
  /// What there is to tell of a restore; in the caller's transaction it is then forgotten.
  package func takeRestored() throws(LogError) -> RestoredMark? {
    guard let database else { throw .storage(code: ResultCode.SQLITE_MISUSE.rawValue) }
    guard let size = try Meta.restored(in: database) else { return nil }
    let anchored = try Meta.leftBehind(in: database)
    try Meta.forgetRestored(in: database)
    let root: Hash
    do { root = try Tiles.source(database, size: head.size).root(size: size) } catch { throw LogError(error) }
    return RestoredMark(size: size, root: root, anchored: anchored)
  }
}

extension Meta {
  static func restored(in database: Database) throws(LogError) -> Int? {
    try database.number("SELECT value FROM meta WHERE name = 'restored'").map { Int($0) }
  }

  static func leftBehind(in database: Database) throws(LogError) -> Int? {
    try database.number("SELECT value FROM meta WHERE name = 'restored_behind'").map { Int($0) }
  }

  static func setRestored(_ size: Int, behind anchored: Int?, in database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('restored', ?)", arguments: [size])
    try database.execute(sql: "DELETE FROM meta WHERE name = 'restored_behind'")
    guard let anchored else { return }
    try database.execute(sql: "INSERT INTO meta (name, value) VALUES ('restored_behind', ?)", arguments: [anchored])
  }

  static func forgetRestored(in database: Database) throws(LogError) {
    try database.run("DELETE FROM meta WHERE name IN ('restored', 'restored_behind')")
  }
}
