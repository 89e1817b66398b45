internal import EventLog
internal import GRDB

/// The views of a folder that nobody serves, held row by row against views that are built beside them from the log: whoever
/// edits a projection alone changes what is shown, and nothing that the tree covers.
package enum ViewAudit {
  package enum Outcome: Sendable, Hashable {
    /// There are none of this version; the next start builds them.
    case absent
    /// Every row up to before this position is what the log makes of it.
    case agrees(position: Int)
    /// The event whose row is missing, of another content, or of no event.
    case differs(position: Int)
  }

  /// - Parameters:
  ///   - path: the state folder; nothing in it is written.
  ///   - scratch: an empty folder for the views that are built.
  package static func check(folder path: String, scratch: String) throws -> Outcome {
    let folder = ViewFolder(path: path)
    guard let number = folder.current, folder.size(of: number) != nil else { return .absent }
    return try ViewError.mapping {
      var configuration = Configuration()
      configuration.label = "views"
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF") }
      let served = try DatabaseQueue(path: folder.file(number), configuration: configuration)
      // One read transaction, so that views which move on meanwhile are seen as they were at one moment.
      return try served.read { served in
        guard try ViewSchema.standing(served) == .current else { return .absent }
        let end = try Int.fetchOne(served, sql: "SELECT position FROM progress") ?? 0
        let built = try ViewFile(creating: 1, in: ViewFolder(path: scratch))
        try built.extend { appender in
          try LeafFile.scan(folder: path, upTo: end) { try appender.append($0) }
        }
        guard built.position == end else { return .differs(position: built.position) }
        let found = try built.read { try difference(served, $0, end: end) }
        return found.map { .differs(position: $0) } ?? .agrees(position: end)
      }
    }
  }

  private struct StoredRow: Hashable {
    /// The event that it is of.
    let position: Int
    let columns: [UInt8]
  }

  /// The first position at which two files differ, up to before `end`.
  private static func difference(_ one: Database, _ other: Database, end: Int) throws -> Int? {
    var found: [Int] = []
    for table in ["stream", "type"] {
      let sql = "SELECT first, id, name FROM \(table) WHERE ? <= ? ORDER BY id"
      found += [first(try rows(one, sql, 0, 0), try rows(other, sql, 0, 0))].compactMap(\.self)
    }
    // A row beyond what the views say they hold is one too many.
    for start in stride(from: 0, to: end + 1, by: Views.stride) {
      let stop = start + Views.stride > end ? Int.max : start + Views.stride
      let sql = "SELECT * FROM audit WHERE position >= ? AND position < ? ORDER BY position"
      guard let place = first(try rows(one, sql, start, stop), try rows(other, sql, start, stop)) else { continue }
      found.append(place)
      break
    }
    return found.min()
  }

  private static func rows(_ database: Database, _ sql: String, _ start: Int, _ stop: Int) throws -> [StoredRow] {
    let statement = try ViewStatement(database, sql)
    try statement.bind(1, start)
    try statement.bind(2, stop)
    var rows: [StoredRow] = []
    try statement.forEachRow {
      var columns: [UInt8] = []
      for column in 0..<statement.columns { statement.appendTyped(column, to: &columns) }
      rows.append(StoredRow(position: Int(statement.integer(0)), columns: columns))
    }
    return rows
  }

  private static func first(_ one: [StoredRow], _ other: [StoredRow]) -> Int? {
    for (left, right) in zip(one, other) where left != right { return min(left.position, right.position) }
    return (one.dropFirst(other.count).first ?? other.dropFirst(one.count).first)?.position
  }
}
