import StrictJSON
import TalentInterface
import Transparency

/// `events-schema/vectors.json`: what a verifier should make of the small log.
struct VectorFile {
  private let log = VectorLog()
  private let hashes: [Hash]
  private let tree: KnownTree

  init() {
    hashes = log.entries.map { TreeHash.leaf($0.leaf) }
    tree = KnownTree(leaves: hashes)
  }

  func text() throws -> String { try json().indented() + "\n" }

  private static let about = [
    "A small log for testing a verifier; README.md says what its parts are. Nobody in it is real, and its key is no secret.",
    "origin, vkey, skey: the log's name, and its Ed25519 key as a C2SP verifier key and signer key.",
    "leaves: bytes as hashed (UTF-8); hash is RFC 6962's of the leaf, digest what the next leaf of the stream calls previous;",
    "  disclosures as they are handed over and what they hold; withheld are digests in _sd of what is not shown.",
    "roots: of the first 0, 1, 2, ... leaves. checkpoint: a signed note over all of them.",
    "inclusion: every leaf in every tree that has it. consistency: every tree with every earlier one.",
    "proof: leaf 6 under the checkpoint, as a C2SP tlog-proof. tiles: of the whole tree.",
    "Hashes are in base64; digests, salts and disclosures in base64url without padding.",
  ]

  private func json() throws -> JSON {
    let signer = try NoteSigner(origin: LogOrigin(VectorLog.origin).unwrapped(), seed: VectorLog.seed).unwrapped()
    let sizes = 0...hashes.count
    let checkpoint = try Checkpoint(origin: signer.origin, size: hashes.count, root: tree.root(size: hashes.count))
      .signed(by: signer)
    let proof = try InclusionProof.make(index: 6, size: hashes.count, from: tree)
    return object([
      ("about", .array(Self.about.map { .string($0) })),
      ("origin", .string(VectorLog.origin)),
      ("skey", .string(signer.skey)),
      ("vkey", .string(signer.verifier.vkey)),
      ("leaves", .array(log.entries.enumerated().map { leaf($0, $1) })),
      ("roots", .array(try sizes.map { .string(try tree.root(size: $0).base64) })),
      ("checkpoint", .string(text(checkpoint.bytes))),
      ("inclusion", .array(try sizes.flatMap { size in try (0..<size).map { try inclusion($0, size) } })),
      ("consistency", .array(try sizes.flatMap { second in try (0...second).map { try consistency($0, second) } })),
      ("proof", .string(text(TransparencyProof(proof, checkpoint: checkpoint).bytes))),
      ("tiles", .array(try TileCoordinates.all(treeSize: hashes.count).map { try tile($0) })),
    ])
  }

  private func leaf(_ position: Int, _ entry: ChainedLeaves.Entry) -> JSON {
    object([
      ("position", .integer(Int64(position))),
      ("bytes", .string(text(entry.leaf))),
      ("hash", .string(hashes[position].base64)),
      ("digest", .string(Base64URL.encode(Hash(of: entry.leaf).bytes))),
      ("disclosures", .array(entry.disclosures.map { disclosure($0) })),
      ("withheld", .array(entry.withheld.map { .string($0.digest) })),
    ])
  }

  private func disclosure(_ disclosure: Disclosure) -> JSON {
    object([
      ("encoded", .string(disclosure.encoded)), ("digest", .string(disclosure.digest)),
      ("salt", .string(disclosure.salt)), ("name", .string(disclosure.name)),
      ("value", try? JSON(parsing: disclosure.value)),
    ])
  }

  private func inclusion(_ index: Int, _ size: Int) throws -> JSON {
    let proof = try InclusionProof.make(index: index, size: size, from: tree)
    try proof.verify(leaf: hashes[index], root: tree.root(size: size))
    return object([
      ("index", .integer(Int64(index))), ("size", .integer(Int64(size))), ("path", path(proof.path)),
    ])
  }

  private func consistency(_ first: Int, _ second: Int) throws -> JSON {
    let proof = try ConsistencyProof.make(from: first, to: second, from: tree)
    try proof.verify(firstRoot: tree.root(size: first), secondRoot: tree.root(size: second))
    return object([
      ("first", .integer(Int64(first))), ("second", .integer(Int64(second))), ("path", path(proof.path)),
    ])
  }

  private func tile(_ place: TileCoordinates) throws -> JSON {
    let first = place.index * TileCoordinates.fullWidth
    let hashes = try (first..<first + place.width).map { try tree.hash(level: 8 * place.level, index: $0) }
    return object([("path", .string(place.path)), ("hashes", path(hashes))])
  }

  private func path(_ hashes: [Hash]) -> JSON { .array(hashes.map { .string($0.base64) }) }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// A tree of which one holds every leaf.
struct KnownTree: HashSource {
  let leaves: [Hash]

  func hash(level: Int, index: Int) throws -> Hash {
    guard (index + 1) << level <= leaves.count else { throw Trouble("the tree has no such subtree") }
    guard level > 0 else { return leaves[index] }
    return TreeHash.node(
      try hash(level: level - 1, index: 2 * index), try hash(level: level - 1, index: 2 * index + 1))
  }
}

extension Optional {
  func unwrapped() throws -> Wrapped {
    guard let self else { throw Trouble("nothing is there") }
    return self
  }
}
