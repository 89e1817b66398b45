/// A SHA-256 digest: 32 bytes, held in place, so that an array of hashes is one block of memory.
package struct Hash: Sendable, Hashable {
  /// The bytes in order, eight to a word, the first the most significant.
  let words: (UInt64, UInt64, UInt64, UInt64)

  package static let length = 32

  init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// Nil unless there are exactly 32 bytes.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Hash.length else { return nil }
    words = (
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)),
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
    )
  }

  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Hash.length else { return nil }
    guard let hash = Array(bytes).withUnsafeBytes({ Hash(bytes: $0) }) else { return nil }
    self = hash
  }

  /// Nil unless the text is standard, padded, canonical base64 of exactly 32 bytes.
  package init?(base64 text: some StringProtocol) {
    guard let bytes = Base64.decode(text) else { return nil }
    self.init(bytes: bytes)
  }

  package var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
  package var base64: String { Base64.encode(bytes) }
  package var hex: String { Hexadecimal.encode(bytes) }

  /// Lends the 32 bytes in order, without an allocation.
  package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let ordered = (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    return try Swift.withUnsafeBytes(of: ordered, body)
  }

  package static func == (left: Hash, right: Hash) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension Hash: CustomStringConvertible {
  package var description: String { base64 }
}

/// Lower-case hexadecimal, two digits a byte.
enum Hexadecimal {
  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
