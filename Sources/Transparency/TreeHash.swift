internal import Crypto

/// The hashes of a Merkle tree (RFC 6962, section 2.1): a leaf and an inner node never look alike.
package enum TreeHash {
  /// SHA-256(0x00 ‖ bytes).
  package static func leaf(_ bytes: UnsafeRawBufferPointer) -> Hash {
    var hasher = SHA256()
    withUnsafeBytes(of: UInt8(0x00)) { hasher.update(bufferPointer: $0) }
    hasher.update(bufferPointer: bytes)
    return Hash(hasher.finalize())
  }

  package static func leaf(_ bytes: [UInt8]) -> Hash { bytes.withUnsafeBytes { leaf($0) } }

  /// SHA-256(0x01 ‖ left ‖ right).
  package static func node(_ left: Hash, _ right: Hash) -> Hash {
    withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { input in
      input[0] = 0x01
      left.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: input[1..<33]).copyMemory(from: $0) }
      right.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: input[33..<65]).copyMemory(from: $0) }
      return Hash(SHA256.hash(bytes: UnsafeRawBufferPointer(input)))
    }
  }

  /// The root of the tree without leaves: SHA-256 of nothing.
  package static let empty = Hash(SHA256.hash(bytes: UnsafeRawBufferPointer(start: nil, count: 0)))
}

extension Hash {
  /// SHA-256 of the bytes themselves, without a prefix.
  package init(of bytes: UnsafeRawBufferPointer) { self.init(SHA256.hash(bytes: bytes)) }

  package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { Hash(of: $0) } }

  init(_ digest: SHA256.Digest) {
    self.init(
      words: digest.withUnsafeBytes { bytes in
        (
          UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
          UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
          UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)),
          UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        )
      })
  }
}

extension SHA256 {
  static func hash(bytes: UnsafeRawBufferPointer) -> SHA256.Digest {
    var hasher = SHA256()
    hasher.update(bufferPointer: bytes)
    return hasher.finalize()
  }
}

/// The plain SHA-256 of a leaf's bytes in base64url: how an event names the one before it in its stream.
package struct LeafDigest: Sendable, Hashable {
  /// 43 characters.
  package let text: String

  package init(of leaf: UnsafeRawBufferPointer) {
    text = Hash(of: leaf).withUnsafeBytes { Base64URL.encode($0) }
  }

  package init(of leaf: [UInt8]) { self = leaf.withUnsafeBytes { LeafDigest(of: $0) } }

  /// Nil unless the text is base64url of 32 bytes.
  package init?(_ text: String) {
    guard Base64URL.decode(text)?.count == Hash.length else { return nil }
    self.text = text
  }
}
