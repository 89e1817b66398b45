internal import GRDB
internal import Leaves
internal import Transparency

/// The growing end of the log: what appending one more event needs to know. A value, so that rolling back is assigning.
struct Head: Sendable {
  /// The right edge of the tree; its size is the next position.
  var frontier = Frontier()
  /// Recorded time of the last event: milliseconds since 1970.
  var recorded: Int64 = .min
  /// How many checkpoints were signed and stored.
  var checkpoints = 0
  /// The last tile of each level from 1 up, full or not.
  private(set) var edges: [[Hash]] = []

  var size: Int { frontier.size }

  /// Takes a leaf, and stores the tiles above it that changed: none for 255 leaves of 256.
  mutating func append(_ leaf: Hash, in database: Database) throws(LogError) {
    var completed: [(level: Int, index: Int, hash: Hash)] = []
    frontier.append(leaf) { level, index, hash in
      if level > 0, level.isMultiple(of: 8) { completed.append((level / 8, index, hash)) }
    }
    for node in completed {
      if edges.count < node.level { edges.append([]) }
      if edges[node.level - 1].count == TileCoordinates.fullWidth { edges[node.level - 1].removeAll() }
      edges[node.level - 1].append(node.hash)
      try Tiles.store(edges[node.level - 1], level: node.level, number: node.index >> 8, in: database)
    }
  }

  /// The one row that says where the log ends; written with every commit.
  func store(_ database: Database) throws(LogError) {
    let query = try Query(database, "INSERT OR REPLACE INTO frontier (id, edge, checkpoints) VALUES (0, ?, ?)")
    try query.bind(1, blob: frontier.serialised)
    try query.bind(2, checkpoints)
    try query.run()
  }

  static func storedEdge(_ database: Database) throws(LogError) -> Frontier {
    let query = try Query(database, "SELECT edge FROM frontier WHERE id = 0")
    guard try query.step(), let frontier = Frontier(serialised: query.bytes(0)) else {
      throw LogError.corrupt(position: nil, .frontierDiffers)
    }
    return frontier
  }

  /// As stored; whether it agrees with the leaves is for others to check.
  static func load(_ database: Database) throws(LogError) -> Head {
    var head = Head()
    head.frontier = try storedEdge(database)
    head.checkpoints = Int(try database.number("SELECT checkpoints FROM frontier WHERE id = 0") ?? 0)
    var level = 1
    while case let hashes = head.size >> (8 * level), hashes > 0 {
      // The last tile that has anything in it.
      let number = (hashes - 1) >> 8
      guard let tile = try Tiles.load(database, level: level, number: number), tile.count == hashes - number << 8 else {
        throw .corrupt(position: (number << 8) << (8 * level), .tileDiffers)
      }
      head.edges.append(tile)
      level += 1
    }
    guard head.size > 0 else { return head }
    let last = try Query(database, "SELECT bytes FROM leaf WHERE position = ?")
    try last.bind(1, head.size - 1)
    guard try last.step() else { throw .corrupt(position: head.size - 1, .leafMissing) }
    head.recorded = try LogError.mapping { try Leaf(last.blob(0), position: head.size - 1).recorded }
    return head
  }
}

/// The tiles of the tree as tables hold them.
enum Tiles {
  static func store(_ hashes: [Hash], level: Int, number: Int, in database: Database) throws(LogError) {
    let query = try Query(database, "INSERT OR REPLACE INTO tile (level, number, hashes) VALUES (?, ?, ?)")
    try query.bind(1, level)
    try query.bind(2, number)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(hashes.count * Hash.length)
    for hash in hashes { hash.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    try query.bind(3, blob: bytes)
    try query.run()
  }

  /// All the hashes that a tile holds by now, nil where it is missing. Level 0 stands with the leaves.
  static func load(_ database: Database, level: Int, number: Int) throws(LogError) -> [Hash]? {
    guard level > 0 else { return try leafHashes(database, number: number) }
    let query = try Query(database, "SELECT hashes FROM tile WHERE level = ? AND number = ?")
    try query.bind(1, level)
    try query.bind(2, number)
    guard try query.step() else { return nil }
    let bytes = query.blob(0)
    guard bytes.count.isMultiple(of: Hash.length), bytes.count <= TileCoordinates.fullWidth * Hash.length else {
      return nil
    }
    return stride(from: 0, to: bytes.count, by: Hash.length).compactMap {
      Hash(bytes: UnsafeRawBufferPointer(rebasing: bytes[$0..<($0 + Hash.length)]))
    }
  }

  private static func leafHashes(_ database: Database, number: Int) throws(LogError) -> [Hash]? {
    let query = try Query(database, "SELECT hash FROM leaf WHERE position >= ? AND position < ? ORDER BY position")
    try query.bind(1, number << 8)
    try query.bind(2, (number + 1) << 8)
    var hashes: [Hash] = []
    while try query.step() {
      guard let hash = Hash(bytes: query.blob(0)) else { return nil }
      hashes.append(hash)
    }
    return hashes
  }

  /// The hashes of a tree of that size, for proofs and roots. It must not outlive the use of the connection.
  static func source(_ database: Database, size: Int) -> TileHashSource {
    TileHashSource(treeSize: size) { place in
      guard let hashes = try load(database, level: place.level, number: place.index), hashes.count >= place.width else {
        return nil
      }
      return Tile(place, hashes: Array(hashes.prefix(place.width)))
    }
  }
}
