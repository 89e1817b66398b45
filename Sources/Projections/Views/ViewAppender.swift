internal import EventLog
internal import GRDB
internal import Leaves
internal import TalentDomain

/// What a file of views says of streams and types, kept beside it so that a row needs no look-up.
struct ViewNames: Sendable {
  var streams: [String: Int64] = [:]
  var types: [String: Int64] = [:]
  /// Events applied.
  var position = 0

  init() {}

  init(_ database: Database) throws {
    for row in try Row.fetchAll(database, sql: "SELECT name, id FROM stream") { streams[row[0]] = row[1] }
    for row in try Row.fetchAll(database, sql: "SELECT name, id FROM type") { types[row[0]] = row[1] }
    position = try Int.fetchOne(database, sql: "SELECT position FROM progress") ?? 0
  }
}

/// Adds leaves to a file of views, within one transaction.
struct ViewAppender {
  private(set) var names: ViewNames
  private let database: Database
  private let insert: ViewStatement

  init(_ database: Database, _ names: ViewNames) throws {
    self.database = database
    self.names = names
    insert = try ViewStatement(database, "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  /// Applies the next leaf; one that was applied before is passed over.
  mutating func append(_ leaf: Leaf) throws {
    guard leaf.position >= names.position else { return }
    guard leaf.position == names.position else { throw ViewError.gap(expected: names.position, found: leaf.position) }
    let row = try AuditRow(leaf)
    try insert.bind(1, row.position)
    try insert.bind(2, try stream(row.stream, leaf))
    try insert.bind(3, try type(row.type, leaf))
    try insert.bind(4, row.recorded.milliseconds)
    try insert.bind(5, row.effective.milliseconds)
    try insert.bind(6, row.actor.stored)
    try insert.bind(7, row.behalf?.stored)
    try insert.bind(8, row.subject?.stored)
    try insert.bind(9, row.command)
    try insert.bind(10, row.cause.map(Int64.init))
    try insert.bind(11, row.rules.isEmpty ? nil : row.rules.joined(separator: " "))
    try insert.run()
    names.position += 1
  }

  /// How far the views have come stands in the same transaction as the rows.
  mutating func finish() throws {
    let progress = try ViewStatement(database, "UPDATE progress SET position = ?")
    try progress.bind(1, names.position)
    try progress.run()
  }

  private mutating func stream(_ name: String, _ leaf: Leaf) throws -> Int64 {
    if let known = names.streams[name] { return known }
    let id = Int64(names.streams.count + 1)
    names.streams[name] = id
    try insert(into: "stream", id, name, leaf)
    return id
  }

  private mutating func type(_ name: String, _ leaf: Leaf) throws -> Int64 {
    if let known = names.types[name] { return known }
    let id = Int64(names.types.count + 1)
    names.types[name] = id
    try insert(into: "type", id, name, leaf)
    return id
  }

  private func insert(into table: String, _ id: Int64, _ name: String, _ leaf: Leaf) throws {
    let statement = try ViewStatement(database, "INSERT INTO \(table) VALUES (?, ?, ?)")
    try statement.bind(1, id)
    try statement.bind(2, name)
    try statement.bind(3, leaf.position)
    try statement.run()
  }
}

extension Alias {
  /// The 64 bits as SQLite's integers hold them.
  var stored: Int64 { Int64(bitPattern: bits) }
  init(stored: Int64) { self.init(bits: UInt64(bitPattern: stored)) }
}
