internal import GRDB
internal import Leaves
internal import Transparency

/// Holds stored leaves against the stored tree. Reads in blocks of 256, which is what a tile covers.
struct TreeCheck {
  let origin: String
  let simulated: Bool

  static let block = TileCoordinates.fullWidth

  /// The leaves themselves: dense, well formed, with the hash stored beside them and in the tiles.
  /// - Parameter first: a multiple of 256.
  /// - Parameter progress: called after each block with how many leaves are done and to do.
  func leaves(
    from first: Int, to end: Int, _ database: Database, progress: ((_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(LogError) {
    var recorded = Int64.min
    for start in stride(from: first, to: end, by: Self.block) {
      let next = min(start + Self.block, end)
      try block(from: start, to: next, recorded: &recorded, database)
      progress?(next - first, end - first)
    }
  }

  func block(from start: Int, to end: Int, recorded: inout Int64, _ database: Database) throws(LogError) {
    var hashes: [Hash] = []
    hashes.reserveCapacity(end - start)
    do {
      let query = try Query(
        database, "SELECT position, hash, bytes FROM leaf WHERE position >= ? AND position < ? ORDER BY position")
      try query.bind(1, start)
      try query.bind(2, end)
      while try query.step() {
        let position = start + hashes.count
        guard Int(query.integer(0)) == position else { throw LogError.corrupt(position: position, .leafMissing) }
        hashes.append(try leaf(position, query.blob(2), stored: query.blob(1), recorded: &recorded))
      }
    }
    guard hashes.count == end - start else { throw .corrupt(position: start + hashes.count, .leafMissing) }
    guard hashes.count == Self.block else { return }
    let tile = try Tiles.load(database, level: 1, number: start >> 16) ?? []
    let index = start >> 8 & 255
    guard index < tile.count, tile[index] == Self.root(hashes) else { throw .corrupt(position: start, .tileDiffers) }
  }

  private func leaf(
    _ position: Int, _ bytes: UnsafeRawBufferPointer, stored: UnsafeRawBufferPointer, recorded: inout Int64
  ) throws(LogError) -> Hash {
    let hash = TreeHash.leaf(bytes)
    guard Hash(bytes: stored) == hash else { throw .corrupt(position: position, .leafChanged) }
    let leaf = try LogError.mapping { try Leaf(bytes, position: position) }
    guard leaf.originBytes.elementsEqual(origin.utf8) else { throw .corrupt(position: position, .originDiffers) }
    guard leaf.simulated == simulated else { throw .corrupt(position: position, .simulationDiffers) }
    guard leaf.recorded >= recorded else { throw .corrupt(position: position, .timeBackwards) }
    recorded = leaf.recorded
    return hash
  }

  /// Each hash of a tile above level 1 is the root of the full tile below it.
  func tiles(size: Int, _ database: Database) throws(LogError) {
    var level = 2
    while case let hashes = size >> (8 * level), hashes > 0 {
      for index in 0..<hashes {
        let position = index << (8 * level)
        guard let tile = try Tiles.load(database, level: level, number: index >> 8), tile.count > index & 255,
          let below = try Tiles.load(database, level: level - 1, number: index), below.count == Self.block,
          tile[index & 255] == Self.root(below)
        else { throw .corrupt(position: position, .tileDiffers) }
      }
      level += 1
    }
  }

  /// The stored right edge is that of the tiles and the last leaves.
  func frontier(_ database: Database) throws(LogError) {
    let edge = try Head.storedEdge(database)
    let source = Tiles.source(database, size: edge.size)
    var start = 0
    for (hash, level) in zip(edge.hashes, (0..<Int.bitWidth - 1).reversed().filter { edge.size >> $0 & 1 == 1 }) {
      guard try Self.found({ try source.hash(level: level, index: start >> level) }) == hash else {
        throw .corrupt(position: start, .frontierDiffers)
      }
      start += 1 << level
    }
  }

  /// The newest checkpoint is there, signed by the log's key, and its root is that of the leaves.
  func newestCheckpoint(
    _ head: Head, verifiers: [NoteVerifier], _ database: Database
  ) throws(LogError) -> SignedCheckpoint? {
    guard let (checkpoint, ordinal) = try Checkpoints.newest(database) else {
      guard head.checkpoints == 0 else { throw .corrupt(position: nil, .checkpointMissing) }
      return nil
    }
    guard ordinal == head.checkpoints - 1 else {
      throw .corrupt(position: max(checkpoint.size - 1, 0), .checkpointMissing)
    }
    let root = try Checkpoints.verifiedRoot(checkpoint, verifiers: verifiers)
    guard checkpoint.size <= head.size else { throw .corrupt(position: head.size, .leafMissing) }
    let source = Tiles.source(database, size: head.size)
    guard try Self.found({ try source.root(size: checkpoint.size) }) == root else {
      throw .corrupt(position: checkpoint.size - 1, .checkpointDiffers)
    }
    return checkpoint
  }

  /// Nil where the tree does not hold it. A disk that cannot be read says nothing of the tree.
  private static func found(_ hash: () throws -> Hash) throws(LogError) -> Hash? {
    do {
      return try hash()
    } catch let error as LogError where error.isStorageFailure {
      throw error
    } catch {
      return nil
    }
  }

  /// The root over a full tile.
  static func root(_ hashes: [Hash]) -> Hash {
    var frontier = Frontier()
    for hash in hashes { frontier.append(hash) }
    return frontier.root
  }
}

/// The signed checkpoints as the table holds them.
enum Checkpoints {
  static func newest(_ database: Database) throws(LogError) -> (SignedCheckpoint, ordinal: Int)? {
    let query = try Query(database, "SELECT size, note, ordinal FROM checkpoint ORDER BY size DESC LIMIT 1")
    return try query.step() ? (row(query), Int(query.integer(2))) : nil
  }

  /// The first one that covers so many leaves.
  static func first(atLeast size: Int, _ database: Database) throws(LogError) -> SignedCheckpoint? {
    let query = try Query(database, "SELECT size, note, ordinal FROM checkpoint WHERE size >= ? ORDER BY size LIMIT 1")
    try query.bind(1, size)
    return try query.step() ? row(query) : nil
  }

  static func all(_ database: Database) throws(LogError) -> [(SignedCheckpoint, ordinal: Int)] {
    let query = try Query(database, "SELECT size, note, ordinal FROM checkpoint ORDER BY size")
    var found: [(SignedCheckpoint, ordinal: Int)] = []
    while try query.step() { found.append((row(query), Int(query.integer(2)))) }
    return found
  }

  /// What the note says the root is, once its signature holds and it is about the size it is filed under.
  static func verifiedRoot(
    _ checkpoint: SignedCheckpoint, verifiers: [NoteVerifier]
  ) throws(LogError) -> Hash {
    guard let note = try? SignedNote(parsing: Array(checkpoint.note.utf8)),
      let parsed = try? Checkpoint(verifying: note, by: verifiers), parsed.size == checkpoint.size
    else { throw .corrupt(position: max(checkpoint.size - 1, 0), .checkpointInvalid) }
    return parsed.root
  }

  private static func row(_ query: borrowing Query) -> SignedCheckpoint {
    SignedCheckpoint(size: Int(query.integer(0)), note: query.string(1))
  }
}
