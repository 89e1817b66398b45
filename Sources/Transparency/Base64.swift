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
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var group: UInt32 = 0
    var count = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      count += 1
      if count == 3 {
        append(group, digits: 4, to: &text)
        group = 0
        count = 0
      }
    }
    if count > 0 {
      append(group << (8 * UInt32(3 - count)), digits: count + 1, to: &text)
      if padded { text.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 3 - count)) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func append(_ group: UInt32, digits: Int, to text: inout [UInt8]) {
    for place in 0..<digits { text.append(characters[Int(group >> (18 - 6 * UInt32(place)) & 63)]) }
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
