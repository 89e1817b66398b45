/// Where the hashes of a tree come from: tiles on disk, a table, a bundle.
package protocol HashSource {
  /// The root of the complete subtree of 2^level leaves that begins at leaf index × 2^level.
  func hash(level: Int, index: Int) throws -> Hash
}

extension HashSource {
  /// The root over the leaves of `range` (RFC 6962, 2.1), which begins where a subtree of its size may begin.
  func root(over range: Range<Int>) throws -> Hash {
    if range.isEmpty { return TreeHash.empty }
    guard range.count.nonzeroBitCount > 1 else {
      let level = range.count.trailingZeroBitCount
      return try hash(level: level, index: range.lowerBound >> level)
    }
    let middle = range.lowerBound + range.count.largestPowerOfTwoBelow
    return TreeHash.node(try root(over: range.lowerBound..<middle), try root(over: middle..<range.upperBound))
  }

  /// The root of the tree's first `size` leaves.
  package func root(size: Int) throws -> Hash {
    guard size >= 0 else { throw ProofError.outOfRange }
    return try root(over: 0..<size)
  }
}

extension Int {
  /// For a number above 1.
  var largestPowerOfTwoBelow: Int { 1 << (Int.bitWidth - 1 - (self - 1).leadingZeroBitCount) }
}

/// Why a proof does not prove what it claims.
package enum ProofError: Error, Hashable, Sendable {
  /// The index or the sizes do not lie within the tree, or in order.
  case outOfRange
  /// There are too few or too many hashes for these sizes.
  case wrongLength
  /// The hashes lead to another root.
  case rootMismatch
  /// The text of the proof is not of its format.
  case malformed
}

extension ProofError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .outOfRange: "The proof's index or sizes do not lie within the tree"
    case .wrongLength: "The proof has too few or too many hashes for its sizes"
    case .rootMismatch: "The proof leads to another root"
    case .malformed: "The proof is not written in its format"
    }
  }
}
