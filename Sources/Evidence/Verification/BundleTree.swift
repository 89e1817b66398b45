internal import Transparency

/// The hashes of a bundle's tiles.
struct BundleTree {
  let size: Int
  private let tiles: [TileCoordinates: Tile]

  /// Reads every tile and grows the tree anew from the leaves' hashes; notes what is missing or differs.
  init(_ files: some BundleFiles, size: Int, root: Hash, _ report: inout BundleReport) throws {
    self.size = size
    // Whoever claims a tree of untold leaves must have brought its tiles: nothing is counted out before they are.
    guard size >> 8 <= files.paths.count else {
      tiles = [:]
      report.note(.tree, .tileMissing)
      report.looked(.tree, at: 0)
      return
    }
    var tiles: [TileCoordinates: Tile] = [:]
    for place in TileCoordinates.all(treeSize: size) {
      guard let bytes = try files.bytes(place.path), bytes.count == place.width * Hash.length,
        let tile = Tile(place, bytes: bytes)
      else {
        report.note(.tree, .tileMissing, at: place.firstLeaf, in: place.path)
        continue
      }
      tiles[place] = tile
    }
    self.tiles = tiles
    report.looked(.tree, at: tiles.count)
    guard !report.failed(.tree) else { return }
    grow(root, &report)
  }

  private func grow(_ root: Hash, _ report: inout BundleReport) {
    var frontier = Frontier()
    var differing: Set<TileCoordinates> = []
    for index in 0..<((size + 255) >> 8) {
      guard let tile = tile(level: 0, index: index) else { continue }
      for hash in tile.hashes {
        frontier.append(hash) { level, index, hash in
          guard level > 0, level.isMultiple(of: 8), self.hash(level: level / 8, index: index) != hash,
            let place = TileCoordinates(level: level / 8, index: index >> 8, treeSize: size)
          else { return }
          if differing.insert(place).inserted {
            report.note(.tree, .tileDiffers, at: index << level, in: place.path)
          }
        }
      }
    }
    if frontier.root != root { report.note(.tree, .rootDiffers) }
  }

  private func tile(level: Int, index: Int) -> Tile? {
    TileCoordinates(level: level, index: index, treeSize: size).flatMap { tiles[$0] }
  }

  private func hash(level: Int, index: Int) -> Hash? {
    guard let tile = tile(level: level, index: index >> 8), index & 255 < tile.hashes.count else { return nil }
    return tile.hashes[index & 255]
  }

  /// Whether its tiles were looked at.
  var isThere: Bool { size == 0 || !tiles.isEmpty }

  /// The hash of the leaf at a position; nil outside the tree, or where its tile is missing.
  func leaf(_ position: Int) -> Hash? { position < size ? hash(level: 0, index: position) : nil }

  /// The root of the tree when it had so many leaves; nil where tiles are missing.
  func root(size earlier: Int) -> Hash? {
    try? TileHashSource(treeSize: size) { tiles[$0] }.root(size: earlier)
  }
}

extension TileCoordinates {
  /// The position of the first leaf below this tile.
  var firstLeaf: Int { index << (8 * level + 8) }
}
