import Testing
import Transparency

/// Every inclusion and consistency vector of transparency-dev/merkle: proofs that hold, and each way in which one may not.
@Suite struct MerkleVectorTests {
  @Test func `all of the published vectors are here`() {
    for (kind, holding, refused) in [(MerkleVectors.Kind.inclusion, 6, 92), (.consistency, 6, 92)] {
      let vectors = MerkleVectors.all.filter { $0.kind == kind }
      #expect(vectors.count(where: \.holds) == holding)
      #expect(vectors.count(where: { !$0.holds }) == refused)
    }
    #expect(Set(MerkleVectors.all.map(\.name)).count == 196)
  }

  @Test(arguments: MerkleVectors.all) func `each published vector is judged as published`(vector: MerkleVectors.Vector)
  {
    // Two roots that are no hashes, and alike: they stand for any root.
    let isPlaceholder = vector.holds && (vector.ends + vector.path).contains { $0.count != Hash.length }
    #expect(verdict(vector) { isPlaceholder ? Hash(of: $0) : Hash(bytes: $0) } == vector.holds)
  }

  /// In these it is the very length of a blob that is wrong, or that the earlier tree is empty: our proof of growth from
  /// nothing is empty, as C2SP tlog-witness has it, and holds whatever there is later.
  private static let wrongByLength: Set = [
    "inclusion/additional/1/empty-root", "inclusion/single-entry/empty-root-and-leaf",
    "consistency/additional/size1-is-zero-and-size2-is-not-zero",
  ]

  @Test(arguments: MerkleVectors.all.filter { !$0.holds && !wrongByLength.contains($0.name) })
  func `what is refused is refused for its proof, not for a blob that is no hash`(vector: MerkleVectors.Vector) {
    #expect(!verdict(vector) { $0.count == Hash.length ? Hash(bytes: $0) : Hash(of: $0) })
  }

  /// - Parameter hash: of a blob; nil refuses.
  private func verdict(_ vector: MerkleVectors.Vector, hash: ([UInt8]) -> Hash?) -> Bool {
    let numbers = vector.numbers.compactMap { Int(exactly: $0) }
    let ends = vector.ends.compactMap(hash)
    let path = vector.path.compactMap(hash)
    guard numbers.count == 2, ends.count == 2, path.count == vector.path.count else { return false }
    do throws(ProofError) {
      switch vector.kind {
      case .inclusion:
        try InclusionProof(index: numbers[0], size: numbers[1], path: path).verify(leaf: ends[0], root: ends[1])
      case .consistency:
        try ConsistencyProof(first: numbers[0], second: numbers[1], path: path)
          .verify(firstRoot: ends[0], secondRoot: ends[1])
      }
      return true
    } catch {
      return false
    }
  }

  /// The constants of its RFC 6962 hasher. Its node is over four bytes of text a side, which no hash of ours has: so that one
  /// is held to the bytes that are hashed, and our nodes to the same.
  @Test func `the hashes of RFC 6962 are the published ones`() {
    #expect(TreeHash.empty.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(TreeHash.leaf([]).hex == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    #expect(
      TreeHash.leaf(Array("L123456".utf8)).hex == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56")
    #expect(
      Hash(of: [0x01] + Array("N123N456".utf8)).hex
        == "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb")
    let (left, right) = (TreeHash.leaf(Array("Hello".utf8)), TreeHash.leaf(Array("World".utf8)))
    #expect(TreeHash.node(left, right) == Hash(of: [0x01] + left.bytes + right.bytes))
    #expect(TreeHash.node(left, right) != TreeHash.leaf(left.bytes + right.bytes))
    #expect(TreeHash.node(left, right) != TreeHash.node(right, left))
  }
}
