/// That a tree grew from an earlier one by appending alone (RFC 6962, 2.1.2; verified as RFC 9162, 2.1.4.2 spells out).
///
/// From the empty tree and from a tree to itself the proof is empty.
package struct ConsistencyProof: Sendable, Hashable {
  /// Size of the earlier tree, in leaves.
  package let first: Int
  /// Size of the later tree.
  package let second: Int
  package let path: [Hash]

  package init(first: Int, second: Int, path: [Hash]) {
    self.first = first
    self.second = second
    self.path = path
  }

  package static func make(from first: Int, to second: Int, from source: some HashSource) throws -> ConsistencyProof {
    guard first >= 0, first <= second else { throw ProofError.outOfRange }
    var path: [Hash] = []
    if first > 0, first < second {
      var range = 0..<second
      // Down to the subtree in which the earlier tree ends.
      while range.upperBound != first {
        let middle = range.lowerBound + range.count.largestPowerOfTwoBelow
        if first <= middle {
          path.append(try source.root(over: middle..<range.upperBound))
          range = range.lowerBound..<middle
        } else {
          path.append(try source.root(over: range.lowerBound..<middle))
          range = middle..<range.upperBound
        }
      }
      // Where that subtree is the whole earlier tree, the verifier has its root already.
      if range.lowerBound > 0 { path.append(try source.root(over: range)) }
    }
    return ConsistencyProof(first: first, second: second, path: path.reversed())
  }

  package func verify(firstRoot: Hash, secondRoot: Hash) throws(ProofError) {
    guard first >= 0, first <= second else { throw .outOfRange }
    if first == 0 || first == second {
      guard path.isEmpty else { throw .wrongLength }
      // The tree without leaves has one root only.
      guard first > 0 || firstRoot == TreeHash.empty else { throw .rootMismatch }
      guard first < second || firstRoot == secondRoot else { throw .rootMismatch }
      return
    }
    var hashes = path[...]
    if first.nonzeroBitCount == 1 { hashes = [firstRoot] + hashes }
    guard let seed = hashes.popFirst() else { throw .wrongLength }
    var place = (first - 1) >> (first - 1).trailingOnes
    var last = (second - 1) >> (first - 1).trailingOnes
    var earlier = seed
    var later = seed
    for hash in hashes {
      guard last > 0 else { throw .wrongLength }
      if place & 1 == 1 || place == last {
        earlier = TreeHash.node(hash, earlier)
        later = TreeHash.node(hash, later)
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        later = TreeHash.node(later, hash)
      }
      place >>= 1
      last >>= 1
    }
    guard last == 0 else { throw .wrongLength }
    guard earlier == firstRoot, later == secondRoot else { throw .rootMismatch }
  }
}

extension Int {
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
