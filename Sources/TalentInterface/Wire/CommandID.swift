package import StrictJSON
package import TalentDomain

/// The id that a client gives a command before it first sends it: a UUID (version 7 by custom), 36 characters in lower case.
/// The same id sent again gets the same answer, and appends nothing.
package struct CommandID: Value {
  package let text: String

  package init?(_ text: String) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 36 else { return nil }
    for (index, byte) in utf8.enumerated() {
      let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
      let isDigit = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
      guard isHyphen ? byte == UInt8(ascii: "-") : isDigit else { return nil }
    }
    self.text = text
  }

  /// A new one: milliseconds since 1970 and 74 random bits (RFC 9562, version 7).
  package static func make(milliseconds: Int64, random: (UInt64, UInt64)) -> CommandID {
    let high = UInt64(bitPattern: milliseconds) << 16 | 0x7000 | (random.0 & 0xFFF)
    let low = 0x8000_0000_0000_0000 | (random.1 & 0x3FFF_FFFF_FFFF_FFFF)
    let digits = hexadecimal(high) + hexadecimal(low)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index == 8 || index == 12 || index == 16 || index == 20 { text.append("-") }
      text.append(digit)
    }
    return CommandID(unchecked: text)
  }

  private init(unchecked text: String) { self.text = text }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package static let blank = CommandID(unchecked: "")
  package static let shape = Shape.line(limit: 36)

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> CommandID {
    guard let text = try? cursor.string(), let id = CommandID(text) else {
      throw Fault(.expected("a UUID in lower case, 36 characters"))
    }
    return id
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(text) }
}
