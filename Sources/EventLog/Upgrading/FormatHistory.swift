internal import GRDB

/// The table `format`, in both files: which format the file has had since when, and the program that gave it that one. Every
/// later format keeps this table as it is, so that any older program can say by which one a file was written.
enum FormatHistory {
  static let table = """
    CREATE TABLE format (version INTEGER PRIMARY KEY, since INTEGER NOT NULL, program TEXT NOT NULL) STRICT;
    """

  static func note(_ version: Int, _ moment: FileFormat.Moment, in database: Database) throws {
    try database.execute(
      sql: "INSERT INTO format (version, since, program) VALUES (?, ?, ?)",
      arguments: [version, moment.time, moment.program])
  }

  /// Nil where the file does not say: it was written before there was a history, or is not one of ours.
  static func program(of version: Int, in database: Database) throws -> String? {
    guard try database.tableExists("format") else { return nil }
    return try String.fetchOne(database, sql: "SELECT program FROM format WHERE version = ?", arguments: [version])
  }
}
