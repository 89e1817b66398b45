/// The right edge of a growing Merkle tree: the roots of its complete subtrees, largest first, one for each bit set in its
/// size. It is all that is needed to append, and to say what the root is.
package struct Frontier: Sendable, Hashable {
  /// How many leaves there are.
  package private(set) var size: Int
  /// From left to right, so from the largest subtree to the smallest.
  package private(set) var hashes: [Hash]

  package init() {
    size = 0
    hashes = []
  }

  /// Nil unless there are as many hashes as bits set in the size.
  package init?(size: Int, hashes: [Hash]) {
    guard size >= 0, hashes.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.hashes = hashes
  }

  package mutating func append(_ leaf: Hash) {
    append(leaf) { _, _, _ in }
  }

  /// Appends, and reports each node that is complete from now on: the leaf (level 0), then its ancestors upwards. The
  /// index counts the nodes of that level from the left. Tiles store the levels that are multiples of 8.
  package mutating func append(_ leaf: Hash, completed: (_ level: Int, _ index: Int, _ hash: Hash) -> Void) {
    var node = leaf
    var level = 0
    var index = size
    completed(level, index, node)
    while index & 1 == 1, let left = hashes.popLast() {
      node = TreeHash.node(left, node)
      level += 1
      index >>= 1
      completed(level, index, node)
    }
    hashes.append(node)
    size += 1
  }

  /// The tree's root at this size.
  package var root: Hash {
    guard var root = hashes.last else { return TreeHash.empty }
    for left in hashes.dropLast().reversed() { root = TreeHash.node(left, root) }
    return root
  }
}

extension Frontier {
  /// Eight bytes of size, most significant first, then the hashes from left to right.
  package var serialised: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + hashes.count * Hash.length)
    withUnsafeBytes(of: UInt64(size).bigEndian) { bytes.append(contentsOf: $0) }
    for hash in hashes { hash.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// Nil for anything that `serialised` does not write.
  package init?(serialised bytes: [UInt8]) {
    guard bytes.count >= 8 else { return nil }
    guard let size = Int(exactly: bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }) else { return nil }
    guard bytes.count == 8 + size.nonzeroBitCount * Hash.length else { return nil }
    let hashes = stride(from: 8, to: bytes.count, by: Hash.length).compactMap {
      Hash(bytes: bytes[$0..<($0 + Hash.length)])
    }
    self.init(size: size, hashes: hashes)
  }
}
