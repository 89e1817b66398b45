/// Standard base64 with padding (RFC 4648, section 4), strict: one spelling for each sequence of bytes.
package enum Base64 {
  package static func encode(_ bytes: some Collection<UInt8>) -> String {
    Base64Alphabet.standard.encode(bytes, padded: true)
  }

  /// Nil for anything that `encode` would not have written: white space, missing padding, bits that are left over.
  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    let utf8 = Array(text.utf8)
    guard utf8.count.isMultiple(of: 4) else { return nil }
    let padding = utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return nil }
    return Base64Alphabet.standard.decode(utf8.dropLast(padding), padding: padding)
  }
}

/// Base64 for URLs and file names, without padding (RFC 4648, section 5; RFC 7515), strict in the same way.
package enum Base64URL {
  package static func encode(_ bytes: some Collection<UInt8>) -> String {
    Base64Alphabet.url.encode(bytes, padded: false)
  }

  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    Base64Alphabet.url.decode(Array(text.utf8)[...], padding: nil)
  }
}

/// The 64 characters and what each stands for.
struct Base64Alphabet: Sendable {
  private let characters: [UInt8]
  /// By ASCII code; 255 where the character is none of the 64.
  private let values: [UInt8]

  static let standard = Base64Alphabet(last: "+/")
  static let url = Base64Alphabet(last: "-_")

  private init(last: String) {
    characters = Array(("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + last).utf8)
    var table = [UInt8](repeating: 255, count: 256)
    for (value, character) in characters.enumerated() { table[Int(character)] = UInt8(value) }
    values = table
  }

  func encode(_ bytes: some Collection<UInt8>, padded: Bool) -> String {
    // Every digest of every event passes here: straight from memory into memory.
    bytes.withContiguousStorageIfAvailable { encode(UnsafeRawBufferPointer($0), padded: padded) }
      ?? Array(bytes).withUnsafeBytes { encode($0, padded: padded) }
  }

  private func encode(_ bytes: UnsafeRawBufferPointer, padded: Bool) -> String {
    let rest = bytes.count % 3
    let digits = bytes.count / 3 * 4 + (rest == 0 ? 0 : rest + 1)
    return String(unsafeUninitializedCapacity: (digits + 3) / 4 * 4) { text in
      var written = 0
      func put(_ group: UInt32, digits: Int) {
        for place in 0..<digits { text[written + place] = characters[Int(group >> (18 - 6 * UInt32(place)) & 63)] }
        written += digits
      }
      for start in stride(from: 0, to: bytes.count - rest, by: 3) {
        put(UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2]), digits: 4)
      }
      if rest > 0 {
        let second = rest == 2 ? UInt32(bytes[bytes.count - 1]) << 8 : 0
        put(UInt32(bytes[bytes.count - rest]) << 16 | second, digits: rest + 1)
        while padded, !written.isMultiple(of: 4) {
          text[written] = UInt8(ascii: "=")
          written += 1
        }
      }
      return written
    }
  }

  /// `padding` is how many `=` followed; nil where none may. What is left over in the last character must be zero.
  func decode(_ text: ArraySlice<UInt8>, padding: Int?) -> [UInt8]? {
    let rest = text.count % 4
    guard rest != 1, padding == nil || (rest + (padding ?? 0)).isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var group: UInt32 = 0
    var bits: UInt32 = 0
    for character in text {
      let value = values[Int(character)]
      guard value < 64 else { return nil }
      group = (group << 6 | UInt32(value)) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: group >> bits))
      }
    }
    guard group & ((1 << bits) - 1) == 0 else { return nil }
    return bytes
  }
}
