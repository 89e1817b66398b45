import Seeded
import Testing
import Transparency

@Suite struct TileTests {
  @Test(arguments: [
    (0, 0, 256, "tile/0/000"), (0, 5, 1, "tile/0/005.p/1"), (1, 999, 256, "tile/1/999"),
    (0, 1000, 256, "tile/0/x001/000"),
    (0, 1234, 17, "tile/0/x001/234.p/17"), (3, 1_234_067, 256, "tile/3/x001/x234/067"),
    (7, 1_000_000_000, 255, "tile/7/x001/x000/x000/000.p/255"),
  ])
  func `paths are those of C2SP`(level: Int, index: Int, width: Int, path: String) throws {
    let tile = try #require(TileCoordinates(level: level, index: index, width: width))
    #expect(tile.path == path)
    #expect(TileCoordinates(path: path) == tile)
  }

  @Test func `leaves lie beside the tiles of level 0`() throws {
    let tile = try #require(TileCoordinates(level: 0, index: 1234, width: 17))
    #expect(tile.entriesPath == "tile/entries/x001/234.p/17")
    #expect(TileCoordinates(path: tile.entriesPath) == tile)
  }

  @Test(arguments: [
    "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/00/000", "tile/+0/000",
    "tile/-1/000",
    "tile/8/000", "tile/0/001/000", "tile/0/x01/000", "tile/0/x000/001", "tile/0/x001", "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/01", "tile/0/000.p/", "tile/0/000.p", "tile/0/000/", "/tile/0/000", "tile/0/xx001/000",
    "tile/0/000.p/1/",
    "tile/entry/000", "tile/0/-01", "tile/0/x001/x234/067/", "tile/0/999/999/999/999/999/999/999/999",
    "tile/0/x999/x999/x999/x999/x999/x999/x999/999", "TILE/0/000", "tile/0/x-01/000", "tile/entries/0",
  ])
  func `any other spelling is refused`(path: String) {
    #expect(TileCoordinates(path: path) == nil)
  }

  @Test func `a tree has the tiles that C2SP counts`() {
    let tiles = TileCoordinates.all(treeSize: 70_000)
    #expect(tiles.count(where: { $0.level == 0 && $0.isFull }) == 273)
    #expect(tiles.filter { !$0.isFull }.map(\.path) == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"])
    #expect(tiles.count(where: { $0.level == 1 && $0.isFull }) == 1)
    #expect(tiles.count == 277)
    #expect(TileCoordinates.all(treeSize: 256).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
    #expect(TileCoordinates.all(treeSize: 1).map(\.path) == ["tile/0/000.p/1"])
    #expect(TileCoordinates.all(treeSize: 0).isEmpty)
    #expect(TileCoordinates(level: 0, index: 274, treeSize: 70_000) == nil)
    #expect(TileCoordinates(level: 0, index: 1, treeSize: 256) == nil)
    #expect(TileCoordinates(level: 7, index: 0, treeSize: .max)?.width == 127)
  }

  /// A tree's stored levels, as a log would keep them.
  private struct Store {
    var frontier = Frontier()
    var levels: [[Hash]] = Array(repeating: [], count: 8)

    mutating func append(_ leaf: Hash) {
      var completed: [(Int, Hash)] = []
      frontier.append(leaf) { level, _, hash in
        if level.isMultiple(of: 8) { completed.append((level / 8, hash)) }
      }
      for (level, hash) in completed { levels[level].append(hash) }
    }

    func source(_ size: Int) -> TileHashSource {
      TileHashSource(treeSize: size) { coordinates in
        let hashes = levels[coordinates.level].dropFirst(coordinates.index * 256).prefix(256)
        // Whatever is there by now: a tile may have grown since.
        return Tile(coordinates, bytes: hashes.flatMap(\.bytes))
      }
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `proofs out of tiles verify at every size of a tree`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed, for: "proofs out of tiles verify at every size of a tree")
    var store = Store()
    var roots = [store.frontier.root]
    var leaves: [Hash] = []
    for _ in 0..<1_500 {
      let leaf = TreeHash.leaf(generator.bytes(8))
      leaves.append(leaf)
      store.append(leaf)
      roots.append(store.frontier.root)
    }
    let sizes =
      [1, 2, 255, 256, 257, 511, 512, 513, 1024, 1500]
      + (0..<20).map { _ in Int.random(in: 1...1500, using: &generator) }
    for size in sizes {
      let source = store.source(size)
      #expect(try source.root(size: size) == roots[size])
      let index = Int.random(in: 0..<size, using: &generator)
      try InclusionProof.make(index: index, size: size, from: source).verify(leaf: leaves[index], root: roots[size])
      let first = Int.random(in: 0...size, using: &generator)
      try ConsistencyProof.make(from: first, to: size, from: source).verify(
        firstRoot: roots[first], secondRoot: roots[size])
    }
  }

  @Test func `three levels of tiles work together`() throws {
    var store = Store()
    for index in 0..<66_000 {
      store.append(TreeHash.leaf([UInt8(index & 255), UInt8(index >> 8 & 255), UInt8(index >> 16)]))
    }
    #expect(store.levels.map(\.count).prefix(4) == [66_000, 257, 1, 0])
    let source = store.source(66_000)
    #expect(try source.root(size: 66_000) == store.frontier.root)
    for index in [0, 255, 256, 65_535, 65_536, 65_999] {
      try InclusionProof.make(index: index, size: 66_000, from: source)
        .verify(leaf: store.levels[0][index], root: store.frontier.root)
    }
  }

  @Test func `a missing or shortened tile is an error that names it`() throws {
    let missing = TileHashSource(treeSize: 300) { _ in nil }
    let first = try #require(TileCoordinates(level: 0, index: 0))
    #expect(throws: TileError.missing(first)) { try missing.hash(level: 3, index: 1) }
    let narrower = try #require(TileCoordinates(level: 0, index: 1, width: 44))
    #expect(Tile(narrower, bytes: [UInt8](repeating: 1, count: 43 * 32)) == nil)
    #expect(Tile(narrower, bytes: [UInt8](repeating: 1, count: 44 * 32 + 1)) == nil)
    #expect(Tile(narrower, bytes: [UInt8](repeating: 1, count: 45 * 32))?.hashes.count == 44)
    #expect(throws: TileError.outsideTree) { try missing.hash(level: 0, index: 300) }
    #expect(throws: TileError.outsideTree) { try missing.hash(level: 9, index: 0) }
    #expect(throws: TileError.outsideTree) { try missing.hash(level: 64, index: 0) }
    #expect(throws: TileError.outsideTree) { try missing.hash(level: 0, index: -1) }
  }
}
