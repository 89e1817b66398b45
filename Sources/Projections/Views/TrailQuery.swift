internal import GRDB
package import TalentDomain

/// What somebody wants to know of the audit trail. Every condition that is given must hold.
package struct TrailQuery: Sendable, Hashable {
  package var stream: String?
  /// About one of these, by the aliases of the streams. An empty set finds nothing.
  package var subjects: Set<Alias>?
  /// Recorded by, or on behalf of, one of these.
  package var actors: Set<Alias>?
  /// All events of one command.
  package var command: String?
  /// The beginning of a type's name, such as `nomination.`, or all of it.
  package var type: String?
  /// What had taken effect before this instant (virkningstid).
  package var effectiveBefore: Instant?
  /// The first position.
  package var from = 0
  /// As of: positions before this one. Nil for all there are.
  package var end: Int?
  /// At most so many rows; at most 1,000.
  package var limit = 100

  package init() {}

  package static let highestLimit = 1000
}

extension TrailQuery {
  /// One walk through an index, which gives rows in the order of their positions.
  struct Walk {
    var condition = "true"
    var arguments: [(any DatabaseValueConvertible)?] = []
    /// Whether an index finds the rows, so that a walk is as short as its limit.
    var isIndexed = false
  }

  /// The most selective of the conditions drives, each of its values in a walk of its own: so each walk comes in order and
  /// ends at the limit, whatever the number of rows. The other conditions are held against each row.
  func walks(_ database: Database) throws -> [Walk] {
    var common = Walk()
    if let effectiveBefore { common.and("audit.effective < ?", effectiveBefore.milliseconds) }
    if let type {
      let sql = "SELECT id FROM type WHERE substr(name, 1, length(?1)) = ?1"
      common.and("audit.type", in: try Int64.fetchAll(database, sql: sql, arguments: [type]))
    }
    var streamID: Int64?
    if let stream {
      streamID = try Int64.fetchOne(database, sql: "SELECT id FROM stream WHERE name = ?", arguments: [stream])
      guard streamID != nil else { return [] }
    }
    let subjects = subjects?.map(\.stored).sorted()
    let actors = actors?.map(\.stored).sorted()

    if let command {
      common.and("audit.command = ?", command)
      common.isIndexed = true
    }
    // The unary plus keeps SQLite from another index than the one that drives.
    let plus = { (drives: Bool) in drives ? "" : "+" }
    if let streamID {
      let drives = !common.isIndexed && subjects == nil && actors == nil
      common.and("\(plus(drives))audit.stream = ?", streamID)
      common.isIndexed = common.isIndexed || drives
    }
    var walks = [common]
    if let subjects {
      if common.isIndexed {
        walks[0].and("+audit.subject", in: subjects)
      } else {
        walks = try subjects.flatMap { try common.driven(by: "subject", $0, inStream: streamID, database) }
      }
    }
    if let actors {
      if common.isIndexed || self.subjects != nil {
        for index in walks.indices { walks[index].and(anyOf: ["+audit.actor", "+audit.behalf"], in: actors) }
      } else {
        walks = try actors.flatMap { actor in
          try common.driven(by: "actor", actor, inStream: streamID, database)
            + [common.driven(by: "audit.behalf = ?", actor)]
        }
      }
    }
    return walks
  }

  /// The rows of one walk from a position on.
  static func rows(
    _ database: Database, _ walk: Walk = Walk(), from first: Int, to end: Int, limit: Int = -1
  ) throws -> [AuditRow] {
    let sql = """
      SELECT audit.position, stream.name, type.name, recorded, effective, actor, behalf, subject, command, cause, rules
      FROM audit JOIN stream ON stream.id = audit.stream JOIN type ON type.id = audit.type
      WHERE \(walk.condition) AND audit.position >= ? AND audit.position < ? ORDER BY audit.position LIMIT ?
      """
    let arguments = StatementArguments(walk.arguments + [first, end, limit])
    return try Row.fetchAll(database, sql: sql, arguments: arguments).map(AuditRow.init)
  }
}

extension TrailQuery.Walk {
  mutating func and(_ condition: String, _ argument: (any DatabaseValueConvertible)?) {
    self.condition += " AND \(condition)"
    arguments.append(argument)
  }

  /// The values are numbers of ours, so that they may stand in the statement itself, however many they are.
  mutating func and(_ column: String, in values: [Int64]) { and(anyOf: [column], in: values) }

  mutating func and(anyOf columns: [String], in values: [Int64]) {
    let list = values.map { String($0) }.joined(separator: ", ")
    condition += " AND (" + columns.map { "\($0) IN (\(list))" }.joined(separator: " OR ") + ")"
  }

  /// A walk in each stream that has rows of somebody: an alias stands in one, an id of the organisation's in few.
  func driven(
    by column: String, _ person: Int64, inStream given: Int64?, _ database: Database
  ) throws -> [TrailQuery.Walk] {
    let streams =
      try given.map { [$0] }
      ?? Int64.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT id FROM stream
            WHERE EXISTS (SELECT 1 FROM audit WHERE audit.stream = stream.id AND audit.\(column) = ?) ORDER BY id
            """), arguments: [person])
    return streams.map { stream in
      var walk = driven(by: "audit.\(column) = ?", person)
      walk.and("audit.stream = ?", stream)
      return walk
    }
  }

  func driven(by condition: String, _ value: Int64) -> TrailQuery.Walk {
    var walk = self
    walk.and(condition, value)
    walk.isIndexed = true
    return walk
  }
}

extension AuditRow {
  init(_ row: Row) {
    self.init(
      position: row[0], stream: row[1], type: row[2], recorded: Instant(milliseconds: row[3]),
      effective: Instant(milliseconds: row[4]), actor: Alias(stored: row[5]),
      behalf: (row[6] as Int64?).map { Alias(stored: $0) }, subject: (row[7] as Int64?).map { Alias(stored: $0) },
      command: row[8], cause: row[9],
      rules: (row[10] as String?).map { $0.split(separator: " ").map(String.init) } ?? [])
  }
}
