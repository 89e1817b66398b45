import Crypto
import Transparency

/// RFC 6962, section 2.1, word for word and without regard to cost: what the real implementation is held against. It
/// hashes with swift-crypto itself, not through `TreeHash`.
enum NaiveTree {
  static func leaf(_ bytes: [UInt8]) -> Hash { sha256([0x00] + bytes) }

  static func node(_ left: Hash, _ right: Hash) -> Hash { sha256([0x01] + left.bytes + right.bytes) }

  static func root(_ leaves: ArraySlice<Hash>) -> Hash {
    guard let first = leaves.first else { return sha256([]) }
    if leaves.count == 1 { return first }
    let k = split(leaves.count)
    return node(root(leaves.prefix(k)), root(leaves.dropFirst(k)))
  }

  /// PATH(m, D[n]).
  static func path(_ m: Int, _ leaves: ArraySlice<Hash>) -> [Hash] {
    if leaves.count == 1 { return [] }
    let k = split(leaves.count)
    return m < k
      ? path(m, leaves.prefix(k)) + [root(leaves.dropFirst(k))]
      : path(m - k, leaves.dropFirst(k)) + [root(leaves.prefix(k))]
  }

  /// PROOF(m, D[n]).
  static func proof(_ m: Int, _ leaves: ArraySlice<Hash>) -> [Hash] { subproof(m, leaves, true) }

  private static func subproof(_ m: Int, _ leaves: ArraySlice<Hash>, _ isWhole: Bool) -> [Hash] {
    if m == leaves.count { return isWhole ? [] : [root(leaves)] }
    let k = split(leaves.count)
    return m <= k
      ? subproof(m, leaves.prefix(k), isWhole) + [root(leaves.dropFirst(k))]
      : subproof(m - k, leaves.dropFirst(k), false) + [root(leaves.prefix(k))]
  }

  private static func split(_ n: Int) -> Int {
    var k = 1
    while k * 2 < n { k *= 2 }
    return k
  }

  private static func sha256(_ bytes: [UInt8]) -> Hash {
    Hash(bytes: Array(SHA256.hash(data: bytes))) ?? TreeHash.empty
  }
}

/// Hashes of complete subtrees, computed from the leaves each time.
struct LeafSource: HashSource {
  let leaves: [Hash]

  func hash(level: Int, index: Int) throws -> Hash {
    let range = (index << level)..<((index + 1) << level)
    guard range.upperBound <= leaves.count else { throw TileError.outsideTree }
    return NaiveTree.root(leaves[range])
  }
}

func hash(_ hexadecimal: String) throws -> Hash {
  var bytes: [UInt8] = []
  var rest = hexadecimal[...]
  while let byte = UInt8(rest.prefix(2), radix: 16) {
    bytes.append(byte)
    rest = rest.dropFirst(2)
  }
  guard let hash = Hash(bytes: bytes) else { throw ProofError.malformed }
  return hash
}
