internal import GRDB

/// The tables of `log.sqlite3`.
enum Schema {
  /// `application` is "EvLg".
  static let format = FileFormat(
    application: 0x4576_4C67,
    steps: [
      .init(version: 2) { database, moment in
        try database.execute(sql: FormatHistory.table)
        try FormatHistory.note(2, moment, in: database)
      }
    ])

  /// Made in one transaction, so that a file either has all of it or is empty.
  static func create(_ database: Database, at moment: FileFormat.Moment) throws {
    try database.execute(sql: tables)
    for table in ["leaf", "checkpoint"] {
      for verb in ["UPDATE", "DELETE"] {
        // These stop accidents. What shows intent is the tree.
        try database.execute(
          sql: """
            CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
            BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
            """)
      }
    }
    try format.upgrade(database, at: moment)
  }

  /// Whether the file holds a log; an empty file does not.
  static func isMade(_ database: Database) throws -> Bool {
    let found = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found != 0 || version != 0 else {
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard tables == 0 else { throw LogError.notALog }
      return false
    }
    guard found == format.application else { throw LogError.notALog }
    _ = try format.found(in: database)
    return true
  }

  /// Those of format 1, which every new file begins with; `format` says what came after.
  ///
  /// - `leaf`: the events; `hash` is the tree's leaf hash. Rows are appended in order of their rowid, which SQLite packs fully.
  /// - `vault`: one row a sealed field, `id` = position × 256 + ordinal; `box` is the disclosure, encrypted.
  /// - `sealing_key`: which key seals for a subject and class. `destroyed` is when the key went (milliseconds).
  /// - `tile`: C2SP tiles of 256 hashes from level 1 up, the last one of a level partial. Level 0 is `leaf.hash`.
  /// - `signing_key`: the log's public keys, one after the other, each signed for by the one before it.
  /// - `answer`: what a command was answered, by its id and actor.
  private static let tables = allButVault + vault

  /// By itself, because an erasure makes it anew.
  static let vault = """
    CREATE TABLE vault (
      id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, audience TEXT NOT NULL, digest BLOB NOT NULL, box BLOB NOT NULL
    ) STRICT;
    CREATE INDEX vault_owner ON vault (owner);
    """

  private static let allButVault = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE leaf (position INTEGER PRIMARY KEY, hash BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE stream_leaf (
      stream INTEGER NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (stream, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sealing_key (
      owner INTEGER PRIMARY KEY, subject INTEGER NOT NULL, retention TEXT NOT NULL, key INTEGER NOT NULL UNIQUE,
      destroyed INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX sealing_key_live ON sealing_key (subject, retention) WHERE destroyed IS NULL;
    CREATE TABLE answer (
      command TEXT NOT NULL, actor INTEGER NOT NULL, content BLOB NOT NULL, outcome BLOB NOT NULL,
      PRIMARY KEY (command, actor)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tile (
      level INTEGER NOT NULL, number INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, number)
    ) STRICT;
    CREATE TABLE frontier (
      id INTEGER PRIMARY KEY CHECK (id = 0), edge BLOB NOT NULL, checkpoints INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE signing_key (
      ordinal INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, until INTEGER, signature TEXT, proof TEXT
    ) STRICT;
    CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, ordinal INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
    """
}
