/// The hashes of one tile.
package struct Tile: Sendable, Hashable {
  package let coordinates: TileCoordinates
  package let hashes: [Hash]

  /// Nil unless there are exactly as many hashes as the tile is wide.
  package init?(_ coordinates: TileCoordinates, hashes: [Hash]) {
    guard hashes.count == coordinates.width else { return nil }
    self.coordinates = coordinates
    self.hashes = hashes
  }

  /// From the bytes of its file. A tile that has grown since serves for the narrower one that is asked for; nil where there
  /// are fewer hashes than that, or a part of one.
  package init?(_ coordinates: TileCoordinates, bytes: UnsafeRawBufferPointer) {
    let needed = coordinates.width * Hash.length
    guard bytes.count >= needed, bytes.count.isMultiple(of: Hash.length) else { return nil }
    self.coordinates = coordinates
    hashes = stride(from: 0, to: needed, by: Hash.length).compactMap {
      Hash(bytes: UnsafeRawBufferPointer(rebasing: bytes[$0..<($0 + Hash.length)]))
    }
  }

  package init?(_ coordinates: TileCoordinates, bytes: [UInt8]) {
    guard let tile = bytes.withUnsafeBytes({ Tile(coordinates, bytes: $0) }) else { return nil }
    self = tile
  }

  /// The content of its file: 32 bytes a hash.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(hashes.count * Hash.length)
    for hash in hashes { hash.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// The root over a power of two of neighbouring hashes.
  func root(over range: Range<Int>) -> Hash {
    var level = Array(hashes[range])
    while level.count > 1 {
      for index in 0..<(level.count / 2) { level[index] = TreeHash.node(level[2 * index], level[2 * index + 1]) }
      level.removeLast(level.count / 2)
    }
    return level[0]
  }
}

/// The hashes of a tree of one size, out of its tiles. It keeps the tiles it has asked for, so make one for a proof or a
/// few, not for the life of a process. What the tiles say is believed here: the proof that is made from them is what gets
/// verified.
package final class TileHashSource: HashSource {
  package let treeSize: Int
  private let load: (TileCoordinates) throws -> Tile?
  private var tiles: [TileCoordinates: Tile] = [:]

  /// `load` returns the tile of that place and width, or nil where there is none.
  package init(treeSize: Int, load: @escaping (TileCoordinates) throws -> Tile?) {
    self.treeSize = treeSize
    self.load = load
  }

  /// Throws `TileError` where the tree has no such complete subtree or the tile is missing, and whatever `load` throws.
  package func hash(level: Int, index: Int) throws -> Hash {
    guard level >= 0, level < 64, index >= 0, index < treeSize >> level else { throw TileError.outsideTree }
    let height = level % 8
    let first = index << height
    guard let coordinates = TileCoordinates(level: level / 8, index: first >> 8, treeSize: treeSize) else {
      throw TileError.outsideTree
    }
    let start = first & 255
    return try tile(coordinates).root(over: start..<(start + 1 << height))
  }

  private func tile(_ coordinates: TileCoordinates) throws -> Tile {
    if let tile = tiles[coordinates] { return tile }
    guard let tile = try load(coordinates), tile.coordinates == coordinates else {
      throw TileError.missing(coordinates)
    }
    tiles[coordinates] = tile
    return tile
  }
}

package enum TileError: Error, Hashable, Sendable {
  case outsideTree
  case missing(TileCoordinates)
}

extension TileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .outsideTree: "The tree has no complete subtree at that place"
    case .missing(let coordinates): "The tile \(coordinates.path) is missing or of another width"
    }
  }
}
