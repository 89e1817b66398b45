internal import GRDB
internal import GRDBSQLite

/// A prepared statement, run through SQLite's own functions: rows of the views are written and digested by the hundred
/// thousand, and no value is boxed for it.
struct ViewStatement {
  private let statement: OpaquePointer

  /// The connection keeps the statement, and it lives no longer than that.
  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql).sqliteStatement
  }

  // MARK: Parameters, from 1

  func bind(_ index: Int32, _ value: Int64?) throws {
    guard let value else { return try check(sqlite3_bind_null(statement, index)) }
    try check(sqlite3_bind_int64(statement, index, value))
  }

  func bind(_ index: Int32, _ value: Int) throws { try bind(index, Int64(value)) }

  func bind(_ index: Int32, _ value: String?) throws {
    guard var value else { return try check(sqlite3_bind_null(statement, index)) }
    // SQLite makes its own copy before the call returns (`SQLITE_TRANSIENT`).
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let code = value.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text64(statement, index, $0.baseAddress, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
      }
    }
    try check(code)
  }

  // MARK: Rows

  /// Runs a statement that gives no rows, and makes it ready for the next.
  func run() throws {
    while try step() {}
  }

  /// Runs it and shows each row in turn.
  func forEachRow(_ body: () throws -> Void) throws {
    defer { sqlite3_reset(statement) }
    while try step() { try body() }
  }

  private func step() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(statement)
      return false
    case let code:
      sqlite3_reset(statement)
      throw ViewError(code: ResultCode(rawValue: code))
    }
  }

  // MARK: Columns, from 0

  var columns: Int32 { sqlite3_column_count(statement) }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// A column as it is stored: its type's tag, its length and its bytes.
  func appendTyped(_ column: Int32, to bytes: inout [UInt8]) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_NULL: bytes.append(0)
    case SQLITE_INTEGER:
      bytes.append(1)
      bytes.appendBigEndian(UInt32(8))
      bytes.appendBigEndian(UInt64(bitPattern: integer(column)))
    default:
      // STRICT tables hold what they declare, so that everything else is text.
      bytes.append(2)
      let start = sqlite3_column_blob(statement, column)
      let text = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
      bytes.appendBigEndian(UInt32(text.count))
      bytes.append(contentsOf: text)
    }
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw ViewError(code: ResultCode(rawValue: code)) }
  }
}

extension [UInt8] {
  mutating func appendBigEndian(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }
}
