internal import GRDB

/// The formats that one of the two files has had. A file goes forward only: each step leads from the format before to its own,
/// and a program refuses a file of a format that it does not know.
///
/// The number stands in the file's `user_version`. A new file is made in format 1 and goes through all the steps as well, so
/// that there is one description of each. A step that was once released is never edited; what it did wrong the next one mends.
struct FileFormat: Sendable {
  struct Step: Sendable {
    /// The format that a file has after it: 2 and up, without gaps.
    let version: Int
    let apply: @Sendable (Database, Moment) throws -> Void
  }

  /// Who takes a step, and when.
  struct Moment: Sendable {
    /// Milliseconds since 1970.
    let time: Int64
    let program: String
  }

  /// Of the file: tells it from another program's.
  let application: Int
  let steps: [Step]

  /// The format that this program writes.
  var version: Int { steps.last?.version ?? 1 }

  /// The format of a file that is there; 0 where it was not made to the end.
  /// - Throws: `.newerFormat`.
  func found(in database: Database) throws -> Int {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= version else {
      throw LogError.newerFormat(found, program: try FormatHistory.program(of: found, in: database))
    }
    return found
  }

  /// Whether a file that is there has an older format than this program's. One that was never made to the end gets its format
  /// from whoever makes it.
  func isDue(in database: Database) throws -> Bool { (1..<version).contains(try found(in: database)) }

  /// All steps that the file lacks, within the caller's transaction: whole or not at all.
  func upgrade(_ database: Database, at moment: Moment) throws {
    let found = try self.found(in: database)
    for step in steps where step.version > found { try step.apply(database, moment) }
    try database.execute(sql: "PRAGMA application_id = \(application)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }
}
