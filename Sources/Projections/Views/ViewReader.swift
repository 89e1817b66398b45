internal import GRDB

/// Reads the views. Cheap to make, and safe from any thread: each call borrows a connection from a small pool for a short
/// transaction.
package struct ViewReader: Sendable {
  let views: Views

  /// Events applied.
  package var position: Int { views.position }

  /// The rows of the audit trail that a query asks for, in the order of their positions.
  package func trail(_ query: TrailQuery) throws -> Trail {
    let file = views.serving
    let end = min(query.end ?? file.position, file.position)
    let limit = min(max(query.limit, 1), TrailQuery.highestLimit)
    let walks = try file.read { try query.walks($0) }
    var found: [Int: AuditRow] = [:]
    for walk in walks {
      // One more than wanted tells whether there is more.
      for row in try ViewReader.rows(file, walk, from: max(0, query.from), to: end, limit: limit + 1) {
        found[row.position] = row
      }
    }
    let rows = found.values.sorted { $0.position < $1.position }
    return Trail(rows: Array(rows.prefix(limit)), next: rows.count > limit ? rows[limit].position : nil)
  }

  /// One event, nil where the views do not have it.
  package func row(at position: Int) throws -> AuditRow? {
    try views.serving.read { try TrailQuery.rows($0, from: position, to: position + 1).first }
  }

  /// The names of all types that events of the log have had.
  package func types() throws -> [String] {
    try views.serving.read { try String.fetchAll($0, sql: "SELECT name FROM type ORDER BY name") }
  }

  /// The position of a stream's latest event, nil where there is no such stream.
  package func latest(of stream: String) throws -> Int? {
    try views.serving.read { database in
      let sql = "SELECT max(position) FROM audit WHERE stream = (SELECT id FROM stream WHERE name = ?)"
      // Prepared once a connection: that takes longer than finding the row.
      return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [stream])
    }
  }

  /// The positions of a stream's latest events of one type, the newest first; at most so many.
  package func latest(_ limit: Int, type: String, in stream: String) throws -> [Int] {
    try views.serving.read { database in
      // Where there is no such type, nobody need walk through the stream to find none.
      guard let type = try Int64.fetchOne(database, sql: "SELECT id FROM type WHERE name = ?", arguments: [type]),
        let stream = try Int64.fetchOne(database, sql: "SELECT id FROM stream WHERE name = ?", arguments: [stream])
      else { return [] }
      let sql = "SELECT position FROM audit WHERE stream = ? AND +type = ? ORDER BY position DESC LIMIT ?"
      return try Int.fetchAll(database, sql: sql, arguments: [stream, type, limit])
    }
  }

  /// Fingerprints of every row, up to before a position; nil for all there are.
  package func digests(upTo end: Int? = nil) throws -> ViewDigests {
    let file = views.serving
    return try ViewDigests(of: file, upTo: end ?? file.position)
  }

  /// The rows of one walk. Where no index finds them it goes through the table a stretch at a time, so that no transaction
  /// is long and the write-ahead log can move on between them.
  private static func rows(
    _ file: ViewFile, _ walk: TrailQuery.Walk, from first: Int, to end: Int, limit: Int
  ) throws -> [AuditRow] {
    let stretch = walk.isIndexed ? Int.max : 65_536
    var rows: [AuditRow] = []
    var start = first
    while start < end, rows.count < limit {
      let stop = stretch < end - start ? start + stretch : end
      rows += try file.read {
        try TrailQuery.rows($0, walk, from: start, to: stop, limit: limit - rows.count)
      }
      start = stop
    }
    return rows
  }
}

/// Rows of the audit trail.
package struct Trail: Sendable, Hashable {
  package let rows: [AuditRow]
  /// Where to go on, if there is more.
  package let next: Int?
}
