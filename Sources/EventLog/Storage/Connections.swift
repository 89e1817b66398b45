internal import GRDB

/// How connections to the two files are set up.
enum Connections {
  /// Few rows span pages at this size, and a lone commit still writes little.
  static let pageSize = 8192
  static let journalLimit = 64 << 20

  /// One writing connection and up to eight readers.
  static func open(_ path: String) throws(LogError) -> DatabasePool {
    try PrivateFile.makeEmpty(path)
    return try LogError.mapping {
      var configuration = base()
      configuration.maximumReaderCount = 8
      configuration.prepareDatabase { database in try prepare(database) }
      let pool = try DatabasePool(path: path, configuration: configuration)
      // Opening switches to WAL, and to a laxer `synchronous` with it: this comes after.
      try pool.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = FULL")
        _ = try Int.fetchOne(database, sql: "PRAGMA journal_size_limit = \(journalLimit)")
        try expect(database, "synchronous", 2)
        try expect(database, "journal_size_limit", Int64(journalLimit))
        try expect(database, "page_size", Int64(pageSize))
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" else {
          throw LogError.settingRefused("journal_mode")
        }
        try settle(database)
      }
      return pool
    }
  }

  /// One connection to a file that nobody else has open, with a rollback journal.
  static func openAlone(_ path: String) throws(LogError) -> DatabaseQueue {
    try PrivateFile.makeEmpty(path)
    return try LogError.mapping {
      var configuration = base()
      configuration.prepareDatabase { database in
        try prepare(database)
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try expect(database, "synchronous", 2)
      }
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// A power loss while a file was being made, before it had a write-ahead log, may leave anything in it, and beside it the
  /// journal that takes it back. Only a connection that may write follows it.
  private static func rollBack(_ path: String) throws(LogError) {
    try LogError.mapping {
      let queue = try DatabaseQueue(path: path, configuration: base())
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
      try queue.close()
    }
  }

  /// Moves what a crash left in the write-ahead log into the file, before anything new rests on it. It was read from the page
  /// cache, which after a failed sync is ahead of the disk, and no later sync writes what that one did not: commits behind
  /// such a gap would be lost with the power. Moved, everything is written once more.
  private static func settle(_ database: Database) throws {
    do {
      _ = try database.checkpoint(.full)
    } catch {
      // Somebody reads an older state, an auditor's `verify` perhaps: what could not be moved the next start moves.
      guard LogError(error).isBusy else { throw error }
    }
  }

  /// One connection that only reads, for looking at a log that nobody serves.
  static func openReadOnly(_ path: String) throws(LogError) -> DatabaseQueue {
    try LogError.mapping {
      var configuration = base()
      configuration.readonly = true
      configuration.prepareDatabase { database in try prepare(database) }
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// Looks into a file that nobody serves, and leaves no trace: not a byte, not a file beside it, not a time changed.
  static func look<Value>(into path: String, _ body: (Database) throws -> Value) throws(LogError) -> Value {
    var name = ""
    for scalar in path.unicodeScalars { name += ["%": "%25", "?": "%3f", "#": "%23"][scalar] ?? String(scalar) }
    // Debian's SQLite takes such names wherever it takes a path. Without a write-ahead log the file is all there is; with
    // one, its index is read but not written.
    if PrivateFile.size(path + "-journal") > 0 { try rollBack(path) }
    let hasJournal = try WriteAheadHeader.leads(path + "-wal")
    let option = hasJournal ? (PrivateFile.exists(path + "-shm") ? "?readonly_shm=1" : "") : "?immutable=1"
    let queue = try openReadOnly("file:\(name)\(option)")
    return try LogError.mapping {
      let value = try queue.read(body)
      try queue.close()
      return value
    }
  }

  private static func base() -> Configuration {
    var configuration = Configuration()
    configuration.label = "event-log"
    configuration.busyMode = .timeout(5)
    return configuration
  }

  /// Before anything is read: each setting is read back, because SQLite ignores what it does not know.
  private static func prepare(_ database: Database) throws {
    if !database.configuration.readonly {
      try database.execute(sql: "PRAGMA page_size = \(pageSize)")
      _ = try Int.fetchOne(database, sql: "PRAGMA secure_delete = ON")
      try expect(database, "secure_delete", 1)
    }
    // Personal data must not reach a temporary file, nor a crafted schema run functions, nor a damaged page be trusted.
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    try database.execute(sql: "PRAGMA trusted_schema = OFF")
    try database.execute(sql: "PRAGMA cell_size_check = ON")
    // SQLite before 3.51.3 can lose commits when two connections move the write-ahead log into the file at once: only
    // the writer does, and only where it says so itself.
    _ = try Int.fetchOne(database, sql: "PRAGMA wal_autocheckpoint = 0")
    try database.execute(sql: "PRAGMA cache_size = -16000")
    try expect(database, "temp_store", 2)
    try expect(database, "trusted_schema", 0)
    try expect(database, "cell_size_check", 1)
    try expect(database, "wal_autocheckpoint", 0)
  }

  private static func expect(_ database: Database, _ name: String, _ value: Int64) throws {
    guard try Int64.fetchOne(database, sql: "PRAGMA \(name)") == value else { throw LogError.settingRefused(name) }
  }
}
