/// The place of a tile: up to 256 neighbouring hashes of one level in eight (C2SP tlog-tiles).
package struct TileCoordinates: Sendable, Hashable {
  /// 0 holds leaf hashes; each hash of level n + 1 is the root of a full tile of level n. From 0 to 7.
  package let level: Int
  /// From the left, from 0.
  package let index: Int
  /// How many hashes: 256, or 1 to 255 in the tile at the right edge.
  package let width: Int

  package static let fullWidth = 256
  /// A tree of Int.max leaves ends within level 7.
  package static let highestLevel = 7

  package init?(level: Int, index: Int, width: Int = fullWidth) {
    guard (0...TileCoordinates.highestLevel).contains(level), index >= 0,
      (1...TileCoordinates.fullWidth).contains(width)
    else { return nil }
    self.level = level
    self.index = index
    self.width = width
  }

  /// The tile of that place as it is in a tree of `size` leaves; nil where such a tree has none.
  package init?(level: Int, index: Int, treeSize size: Int) {
    guard (0...TileCoordinates.highestLevel).contains(level), index >= 0, size >= 0 else { return nil }
    let hashes = size >> (8 * level)
    guard index <= hashes >> 8 else { return nil }
    let width = min(TileCoordinates.fullWidth, hashes - index << 8)
    self.init(level: level, index: index, width: width)
  }

  /// Every tile of a tree of `size` leaves, level by level from the leaves, from left to right.
  package static func all(treeSize size: Int) -> [TileCoordinates] {
    var tiles: [TileCoordinates] = []
    for level in 0...highestLevel {
      let hashes = size >> (8 * level)
      guard hashes > 0 else { break }
      for index in 0...(hashes >> 8) {
        if let tile = TileCoordinates(level: level, index: index, treeSize: size) { tiles.append(tile) }
      }
    }
    return tiles
  }

  package var isFull: Bool { width == TileCoordinates.fullWidth }
}

// MARK: Paths

extension TileCoordinates {
  /// Such as `tile/0/x001/234` or `tile/0/x001/234.p/17`.
  package var path: String { "tile/\(level)/\(place)" }

  /// Where the leaves themselves are, for a tile of level 0: such as `tile/entries/x001/234.p/17`.
  package var entriesPath: String { "tile/entries/\(place)" }

  private var place: String {
    var elements: [String] = []
    var rest = index
    repeat {
      let digits = String(rest % 1000)
      let padded = String(repeating: "0", count: 3 - digits.count) + digits
      elements.append(elements.isEmpty ? padded : "x" + padded)
      rest /= 1000
    } while rest > 0
    return elements.reversed().joined(separator: "/") + (isFull ? "" : ".p/\(width)")
  }

  /// Nil for anything that `path` or, at level 0, `entriesPath` would not have written.
  package init?(path: String) {
    let elements = path.split(separator: "/", omittingEmptySubsequences: false)
    guard elements.count >= 3, elements[0] == "tile", let level = elements[1] == "entries" ? 0 : Int(elements[1]) else {
      return nil
    }
    var width = TileCoordinates.fullWidth
    var place = elements[2...]
    if let partial = place.dropLast().last, partial.hasSuffix(".p") {
      guard let last = place.popLast(), let hashes = Int(last) else { return nil }
      width = hashes
      place[place.endIndex - 1] = partial.dropLast(2)
    }
    var index = 0
    for element in place {
      let (thousands, overflow) = index.multipliedReportingOverflow(by: 1000)
      guard !overflow, let digits = Int(element.drop { $0 == "x" }), digits < 1000, thousands <= Int.max - 999 else {
        return nil
      }
      index = thousands + digits
    }
    self.init(level: level, index: index, width: width)
    // Whatever is not the one spelling of this place (leading zeroes, signs, a missing x) differs when written again.
    guard path == self.path || path == entriesPath else { return nil }
  }
}
