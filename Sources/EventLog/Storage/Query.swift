internal import GRDB
internal import GRDBSQLite

/// One run of a cached statement through SQLite's own functions, for the paths that run for every event: no values are
/// boxed, and a column's bytes are lent where SQLite holds them.
///
/// The statement is reset when this value goes. A statement cannot run twice at once on a connection, so nothing that may
/// come back here is called while one is alive.
struct Query: ~Copyable {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  init(_ database: Database, _ sql: String) throws(LogError) {
    let handles = try LogError.mapping {
      guard let connection = database.sqliteConnection else { throw LogError.storage(code: SQLITE_MISUSE) }
      return (try database.cachedStatement(sql: sql).sqliteStatement, connection)
    }
    (statement, connection) = handles
  }

  deinit {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  // MARK: Parameters, from 1

  func bind(_ index: Int32, _ value: Int64) throws(LogError) {
    try check(sqlite3_bind_int64(statement, index, value))
  }

  func bind(_ index: Int32, _ value: Int) throws(LogError) {
    try bind(index, Int64(value))
  }

  func bind(_ index: Int32, _ value: String) throws(LogError) {
    var value = value
    let code = value.withUTF8 { utf8 in
      sqlite3_bind_text64(
        statement, index, UnsafeRawPointer(utf8.baseAddress)?.assumingMemoryBound(to: CChar.self), UInt64(utf8.count),
        copied, UInt8(SQLITE_UTF8))
    }
    try check(code)
  }

  func bind(_ index: Int32, blob bytes: UnsafeRawBufferPointer) throws(LogError) {
    // A null pointer would bind NULL, which is not the empty blob.
    guard let start = bytes.baseAddress else {
      try check(sqlite3_bind_zeroblob(statement, index, 0))
      return
    }
    try check(sqlite3_bind_blob64(statement, index, start, UInt64(bytes.count), copied))
  }

  func bind(_ index: Int32, blob bytes: [UInt8]) throws(LogError) {
    let code = bytes.withUnsafeBytes { bytes in
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(statement, index, 0)
        : sqlite3_bind_blob64(statement, index, bytes.baseAddress, UInt64(bytes.count), copied)
    }
    try check(code)
  }

  // MARK: Rows

  /// Whether there is another row.
  func step() throws(LogError) -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw .storage(code: extended(code))
    }
  }

  /// For statements that give no rows.
  func run() throws(LogError) {
    while try step() {}
  }

  // MARK: Columns, from 0

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  func string(_ column: Int32) -> String {
    String(decoding: blob(column), as: UTF8.self)
  }

  /// Lent until the next step.
  func blob(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  func bytes(_ column: Int32) -> [UInt8] { Array(blob(column)) }

  // MARK: Errors

  private func check(_ code: Int32) throws(LogError) {
    guard code == SQLITE_OK else { throw .storage(code: extended(code)) }
  }

  /// Statements give the extended code already; the connection is asked only where it tells more.
  private func extended(_ code: Int32) -> Int32 {
    let last = sqlite3_extended_errcode(connection)
    return last & 0xFF == code & 0xFF ? last : code
  }
}

/// SQLite makes its own copy before the call returns (`SQLITE_TRANSIENT`).
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

extension Database {
  /// A single whole number, nil where there is no row or the value is NULL.
  func number(_ sql: String) throws(LogError) -> Int64? {
    let query = try Query(self, sql)
    guard try query.step(), !query.isNull(0) else { return nil }
    return query.integer(0)
  }

  func run(_ sql: String) throws(LogError) {
    let query = try Query(self, sql)
    try query.run()
  }

  /// Many reads in one transaction, the caller's where there is one: SQLite locks and unlocks once, not for each.
  func together<Value>(_ body: () throws -> Value) throws -> Value {
    if isInsideTransaction { return try body() }
    try beginTransaction(.deferred)
    defer { try? commit() }
    return try body()
  }
}
