import Testing
import Transparency

@Suite struct ProofTests {
  private static let largest = 70
  private static let leaves = (0..<largest).map { NaiveTree.leaf([UInt8($0), 0x5A]) }
  private let leaves = ProofTests.leaves
  private let roots = (0...ProofTests.largest).map { NaiveTree.root(ProofTests.leaves.prefix($0)) }
  private let source = LeafSource(leaves: ProofTests.leaves)

  @Test func `the frontier has the naive root at every size`() {
    var frontier = Frontier()
    for size in 0...Self.largest {
      #expect(frontier.root == roots[size])
      #expect(frontier.size == size)
      #expect(frontier.hashes.count == size.nonzeroBitCount)
      if size < Self.largest { frontier.append(leaves[size]) }
    }
  }

  @Test func `every leaf of every tree has the naive path, and it verifies`() throws {
    for size in 1...Self.largest {
      for index in 0..<size {
        let proof = try InclusionProof.make(index: index, size: size, from: source)
        #expect(proof.path == NaiveTree.path(index, leaves.prefix(size)))
        try proof.verify(leaf: leaves[index], root: roots[size])
      }
    }
  }

  @Test func `every two sizes have the naive proof, and it verifies`() throws {
    for second in 0...Self.largest {
      for first in 0...second {
        let proof = try ConsistencyProof.make(from: first, to: second, from: source)
        #expect(proof.path == (first == 0 ? [] : NaiveTree.proof(first, leaves.prefix(second))))
        try proof.verify(firstRoot: roots[first], secondRoot: roots[second])
      }
    }
  }

  @Test func `an inclusion proof that was tampered with fails`() throws {
    for size in 1...20 {
      for index in 0..<size {
        let proof = try InclusionProof.make(index: index, size: size, from: source)
        for path in Self.tampered(proof.path) {
          let changed = InclusionProof(index: index, size: size, path: path)
          #expect(throws: ProofError.self) { try changed.verify(leaf: leaves[index], root: roots[size]) }
        }
        for other in -1...(size + 1) where other != index {
          let changed = InclusionProof(index: other, size: size, path: proof.path)
          #expect(throws: ProofError.self) { try changed.verify(leaf: leaves[index], root: roots[size]) }
          if leaves.indices.contains(other) {
            #expect(throws: ProofError.rootMismatch) { try proof.verify(leaf: leaves[other], root: roots[size]) }
          }
        }
        for other in 0...Self.largest where other != size {
          #expect(throws: ProofError.rootMismatch) { try proof.verify(leaf: leaves[index], root: roots[other]) }
        }
      }
    }
  }

  @Test func `a consistency proof that was tampered with fails`() throws {
    for second in 0...20 {
      for first in 0...second {
        let proof = try ConsistencyProof.make(from: first, to: second, from: source)
        for path in Self.tampered(proof.path) {
          let changed = ConsistencyProof(first: first, second: second, path: path)
          #expect(throws: ProofError.self) { try changed.verify(firstRoot: roots[first], secondRoot: roots[second]) }
        }
        for other in 0...25 where other != first {
          #expect(throws: ProofError.rootMismatch) {
            try proof.verify(firstRoot: roots[other], secondRoot: roots[second])
          }
        }
        // From the empty tree any root is consistent: there is nothing that it could contradict.
        for other in 0...25 where other != second && first > 0 {
          #expect(throws: ProofError.rootMismatch) {
            try proof.verify(firstRoot: roots[first], secondRoot: roots[other])
          }
        }
      }
    }
  }

  @Test func `a log that rewrote a leaf can't prove itself consistent`() throws {
    for second in 2...20 {
      for first in 1..<second {
        for rewritten in 0..<first {
          var other = Array(leaves.prefix(second))
          other[rewritten] = NaiveTree.leaf([0xFF])
          let proof = try ConsistencyProof.make(from: first, to: second, from: LeafSource(leaves: other))
          #expect(throws: ProofError.rootMismatch) {
            try proof.verify(firstRoot: roots[first], secondRoot: NaiveTree.root(other[...]))
          }
        }
      }
    }
  }

  @Test func `what lies outside the tree has no proof`() {
    #expect(throws: ProofError.outOfRange) { try InclusionProof.make(index: 5, size: 5, from: source) }
    #expect(throws: ProofError.outOfRange) { try InclusionProof.make(index: -1, size: 5, from: source) }
    #expect(throws: ProofError.outOfRange) { try InclusionProof.make(index: 0, size: 0, from: source) }
    #expect(throws: ProofError.outOfRange) { try ConsistencyProof.make(from: 6, to: 5, from: source) }
    #expect(throws: ProofError.outOfRange) { try ConsistencyProof.make(from: -1, to: 5, from: source) }
    #expect(throws: ProofError.outOfRange) {
      try ConsistencyProof(first: 6, second: 5, path: []).verify(firstRoot: roots[6], secondRoot: roots[5])
    }
    #expect(throws: ProofError.outOfRange) {
      try InclusionProof(index: .max, size: .min, path: []).verify(leaf: leaves[0], root: roots[1])
    }
  }

  @Test func `sizes near the largest integer neither trap nor verify`() {
    let path = Array(leaves.prefix(63))
    #expect(throws: ProofError.self) {
      try InclusionProof(index: .max - 1, size: .max, path: path).verify(leaf: leaves[0], root: roots[1])
    }
    #expect(throws: ProofError.self) {
      try ConsistencyProof(first: .max - 1, second: .max, path: path).verify(firstRoot: roots[1], secondRoot: roots[2])
    }
    #expect(throws: ProofError.self) {
      try ConsistencyProof(first: 1 << 62, second: .max, path: path).verify(firstRoot: roots[1], secondRoot: roots[2])
    }
  }

  /// Each hash with one bit changed, each left out, each doubled, one more at either end, neighbours swapped.
  private static func tampered(_ path: [Hash]) -> [[Hash]] {
    let stranger = NaiveTree.leaf([0xEE])
    var paths = [path + [stranger], [stranger] + path]
    for place in path.indices {
      var bytes = path[place].bytes
      bytes[31] ^= 1
      var changed = path
      changed[place] = Hash(bytes: bytes) ?? stranger
      paths.append(changed)
      changed = path
      changed.remove(at: place)
      paths.append(changed)
      changed = path
      changed.insert(path[place], at: place)
      paths.append(changed)
      if place > 0 {
        changed = path
        changed.swapAt(place - 1, place)
        paths.append(changed)
      }
    }
    return paths
  }
}
