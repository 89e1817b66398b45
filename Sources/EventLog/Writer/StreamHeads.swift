internal import GRDB
internal import Transparency

/// Where each stream ends: read once, then kept, and taken back where a batch is rolled back.
final class StreamHeads {
  struct Head {
    /// Nil until the stream's first event.
    var id: Int64?
    /// The revision that comes next.
    var next: Int
    /// Of the last leaf; nil before the first.
    var digest: String?
  }

  private var heads: [String: Head] = [:]
  /// What stood there before this batch, in the order of the changes.
  private var undo: [(stream: String, head: Head)] = []

  func head(of stream: String, _ database: Database) throws(LogError) -> Head {
    if let head = heads[stream] { return head }
    let head = try load(stream, database)
    heads[stream] = head
    return head
  }

  /// Files a leaf under its stream, at the next revision.
  func append(_ leaf: [UInt8], at position: Int, to stream: String, _ database: Database) throws(LogError) {
    var head = try head(of: stream, database)
    undo.append((stream, head))
    let id: Int64
    if let known = head.id { id = known } else { id = try add(stream, database) }
    let query = try Query(database, "INSERT INTO stream_leaf (stream, revision, position) VALUES (?, ?, ?)")
    try query.bind(1, id)
    try query.bind(2, head.next)
    try query.bind(3, position)
    try query.run()
    head.id = id
    head.next += 1
    head.digest = LeafDigest(of: leaf).text
    heads[stream] = head
  }

  func committed() { undo.removeAll(keepingCapacity: true) }

  func rollBack() {
    for (stream, head) in undo.reversed() { heads[stream] = head }
    undo.removeAll(keepingCapacity: true)
  }

  private func add(_ stream: String, _ database: Database) throws(LogError) -> Int64 {
    let query = try Query(database, "INSERT INTO stream (name) VALUES (?) RETURNING id")
    try query.bind(1, stream)
    guard try query.step() else { throw .storage(code: ResultCode.SQLITE_INTERNAL.rawValue) }
    let id = query.integer(0)
    try query.run()
    return id
  }

  private func load(_ stream: String, _ database: Database) throws(LogError) -> Head {
    let query = try Query(
      database,
      """
      SELECT stream.id, revision, bytes, position FROM stream
      JOIN stream_leaf ON stream_leaf.stream = stream.id JOIN leaf USING (position)
      WHERE name = ? ORDER BY revision DESC LIMIT 1
      """)
    try query.bind(1, stream)
    guard try query.step() else { return Head(id: nil, next: 0, digest: nil) }
    return Head(id: query.integer(0), next: Int(query.integer(1)) + 1, digest: LeafDigest(of: query.blob(2)).text)
  }
}
