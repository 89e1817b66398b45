import Transparency

/// One way in which a canary's word may stand among bytes.
struct Needle: Hashable, Sendable {
  /// What was sent: `name`, `remark`.
  let canary: String
  /// How it is written: `UTF-16, little endian`.
  let encoding: String
  let bytes: [UInt8]
}

extension Needle {
  /// Every way in which a word is looked for.
  static func all(_ canary: String, _ word: String) -> [Needle] {
    var needles: [Needle] = []
    func add(_ encoding: String, _ bytes: [UInt8]) {
      // Two ways of writing may come to the same bytes: the first gives them their name.
      guard !needles.contains(where: { $0.bytes == bytes }) else { return }
      needles.append(Needle(canary: canary, encoding: encoding, bytes: bytes))
    }
    for (letters, word) in [("", word), (", lower case", word.lowercased()), (", upper case", word.uppercased())] {
      add("raw" + letters, Array(word.utf8))
      if let latin = latin1(word) { add("Latin-1" + letters, latin) }
    }
    add("JSON, escaped", jsonEscaped(word, upperHex: false))
    add("JSON, escaped with capitals", jsonEscaped(word, upperHex: true))
    for alignment in 0..<3 {
      let text = base64(word, alignment: alignment)
      add("base64 at \(alignment)", Array(text.utf8))
      add("base64url at \(alignment)", Array(text.replacing("+", with: "-").replacing("/", with: "_").utf8))
    }
    add("UTF-16, little endian", word.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    add("UTF-16, big endian", word.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    return needles
  }

  /// What a Windows program writes; nil for a word that has other letters than Western Europe's.
  private static func latin1(_ word: String) -> [UInt8]? {
    word.unicodeScalars.allSatisfy { $0.value < 0x100 } ? word.unicodeScalars.map { UInt8($0.value) } : nil
  }

  /// Everything beyond ASCII as `\u00e5`.
  private static func jsonEscaped(_ word: String, upperHex: Bool) -> [UInt8] {
    word.utf16.flatMap { unit -> [UInt8] in
      if unit < 0x80 { return [UInt8(unit)] }
      let digits = String(unit, radix: 16, uppercase: upperHex)
      return Array(("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
    }
  }

  /// The characters that are the same whatever stands before and after the word, where so many bytes (modulo 3) come
  /// before it. A character holds six bits, so that those at the edges hold bits of the neighbours.
  private static func base64(_ word: String, alignment: Int) -> String {
    let bytes = [UInt8](repeating: 0, count: alignment) + Array(word.utf8)
    let first = (alignment * 8 + 5) / 6
    let end = bytes.count * 8 / 6
    return String(Base64.encode(bytes).prefix(end).dropFirst(first))
  }
}
