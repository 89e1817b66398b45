internal import GRDB

/// What a log says of itself, written once when it is made; only the scrub mark moves.
struct Meta: Sendable {
  var origin: String
  var simulated: Bool
  /// Every leaf before this position was read back whole and agreed with the tree.
  var scrubbed: Int

  func write(_ database: Database) throws {
    let sql = "INSERT INTO meta (name, value) VALUES (?, ?)"
    try database.execute(sql: sql, arguments: ["origin", origin])
    try database.execute(sql: sql, arguments: ["simulated", simulated ? 1 : 0])
    try database.execute(sql: sql, arguments: ["scrubbed", scrubbed])
  }

  init(origin: String, simulated: Bool) {
    self.origin = origin
    self.simulated = simulated
    scrubbed = 0
  }

  init(_ database: Database) throws {
    let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM meta")
    // A damaged file may hold anything, also what the table does not allow.
    let named = rows.compactMap { row in String.fromDatabaseValue(row[0]).map { ($0, row[1] as DatabaseValue) } }
    let values = Dictionary(named) { first, _ in first }
    guard let origin = values["origin"].flatMap(String.fromDatabaseValue),
      let simulated = values["simulated"].flatMap(Int.fromDatabaseValue),
      let scrubbed = values["scrubbed"].flatMap(Int.fromDatabaseValue)
    else { throw LogError.notALog }
    self.origin = origin
    self.simulated = simulated != 0
    self.scrubbed = scrubbed
  }

  /// Whether rows of the vault were deleted since it was last written anew.
  static func hasResidue(in database: Database) throws(LogError) -> Bool {
    try database.number("SELECT value FROM meta WHERE name = 'residue'") != nil
  }

  static func setResidue(_ isThere: Bool, in database: Database) throws(LogError) {
    try database.run(
      isThere
        ? "INSERT OR REPLACE INTO meta (name, value) VALUES ('residue', 1)" : "DELETE FROM meta WHERE name = 'residue'")
  }

  static func setScrubbed(_ mark: Int, in database: Database) throws {
    try database.execute(sql: "UPDATE meta SET value = ? WHERE name = 'scrubbed'", arguments: [mark])
  }
}
