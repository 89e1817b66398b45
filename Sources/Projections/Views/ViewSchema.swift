internal import GRDB

/// The tables of a file of views.
enum ViewSchema {
  /// "TlVw".
  static let application = 0x546C_5677
  /// Raised with every change of the tables: a file of another shape cannot be read, and is built anew before anything is answered.
  static let shape = 3
  /// Raised with every change of what the projections write into a row: a file of another serves until one of this has been built
  /// beside it.
  static let making = 0
  private static let version = making << 16 | shape

  static func createTables(_ database: Database) throws {
    try database.execute(sql: tables)
    try database.execute(sql: "PRAGMA application_id = \(application)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// After the rows of a rebuild, because it is faster to sort them once than to keep them sorted.
  static func createIndexes(_ database: Database) throws { try database.execute(sql: indexes) }

  enum Standing: Sendable {
    /// Not a file of views with everything in it, or one of another shape.
    case unreadable
    /// Readable, but another version of the projections made its rows.
    case outdated
    case current
  }

  static func standing(_ database: Database) throws -> Standing {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard try Int.fetchOne(database, sql: "PRAGMA application_id") == application, found & 0xFFFF == shape else {
      return .unreadable
    }
    let made = try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
    guard made == names else { return .unreadable }
    return found == version ? .current : .outdated
  }

  private static let names = [
    "audit", "audit_actor", "audit_behalf", "audit_command", "audit_stream", "audit_subject", "progress", "stream",
    "type",
  ]

  /// - `audit`: one row an event. Ids of people are their 64 bits, as SQLite's signed integers; `rules` are their names,
  ///   separated by spaces.
  /// - `stream`, `type`: names, in the order of their first events. Like `audit` they only grow.
  /// - `progress`: how many events have been applied.
  private static let tables = """
    CREATE TABLE audit (
      position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, type INTEGER NOT NULL, recorded INTEGER NOT NULL,
      effective INTEGER NOT NULL, actor INTEGER NOT NULL, behalf INTEGER, subject INTEGER, command TEXT, cause INTEGER,
      rules TEXT
    ) STRICT;
    CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, first INTEGER NOT NULL) STRICT;
    CREATE TABLE type (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, first INTEGER NOT NULL) STRICT;
    CREATE TABLE progress (id INTEGER PRIMARY KEY CHECK (id = 0), position INTEGER NOT NULL) STRICT;
    INSERT INTO progress VALUES (0, 0);
    """

  /// Each also orders by position, which SQLite appends to every index.
  ///
  /// Ids of people are random: by themselves they would scatter each event's rows over all of an index, and the larger the
  /// log, the fewer of its pages would be at hand. Within their stream, rows that come together lie together.
  private static let indexes = """
    CREATE INDEX audit_stream ON audit (stream);
    CREATE INDEX audit_actor ON audit (stream, actor);
    CREATE INDEX audit_behalf ON audit (behalf) WHERE behalf IS NOT NULL;
    CREATE INDEX audit_subject ON audit (stream, subject) WHERE subject IS NOT NULL;
    CREATE INDEX audit_command ON audit (command) WHERE command IS NOT NULL;
    """
}
