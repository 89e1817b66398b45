/// That a leaf stands at a place in a tree (RFC 6962, 2.1.1; verified as RFC 9162, 2.1.3.2 spells out).
package struct InclusionProof: Sendable, Hashable {
  /// Of the leaf, from 0.
  package let index: Int
  /// Of the tree, in leaves.
  package let size: Int
  /// From the leaf's sibling up to the root's child.
  package let path: [Hash]

  package init(index: Int, size: Int, path: [Hash]) {
    self.index = index
    self.size = size
    self.path = path
  }

  package static func make(index: Int, size: Int, from source: some HashSource) throws -> InclusionProof {
    guard index >= 0, index < size else { throw ProofError.outOfRange }
    var path: [Hash] = []
    var range = 0..<size
    while range.count > 1 {
      let middle = range.lowerBound + range.count.largestPowerOfTwoBelow
      if index < middle {
        path.append(try source.root(over: middle..<range.upperBound))
        range = range.lowerBound..<middle
      } else {
        path.append(try source.root(over: range.lowerBound..<middle))
        range = middle..<range.upperBound
      }
    }
    return InclusionProof(index: index, size: size, path: path.reversed())
  }

  package func verify(leaf: Hash, root: Hash) throws(ProofError) {
    guard index >= 0, index < size else { throw .outOfRange }
    var place = index
    var last = size - 1
    var node = leaf
    for sibling in path {
      guard last > 0 else { throw .wrongLength }
      if place & 1 == 1 || place == last {
        node = TreeHash.node(sibling, node)
        // The last node of a level without a sibling moves up as it is.
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        node = TreeHash.node(node, sibling)
      }
      place >>= 1
      last >>= 1
    }
    guard last == 0 else { throw .wrongLength }
    guard node == root else { throw .rootMismatch }
  }
}
