/// The lines of an iCalendar stream (RFC 5545, 3.1): `NAME:value`, ended by CRLF and folded at 75 octets.
struct ContentLines {
  private(set) var bytes: [UInt8] = []

  static let limit = 75

  /// A value that is no text: a date, a number, a word of the standard.
  mutating func add(_ name: String, _ value: String) {
    var width = 0
    // Between scalars, so that no letter is torn apart; the continuation's blank is part of its line.
    for scalar in "\(name):\(value)".unicodeScalars {
      let octets = UTF8.width(scalar)
      if width + octets > ContentLines.limit {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes += Array(String(scalar).utf8)
      width += octets
    }
    bytes += [0x0D, 0x0A]
  }

  /// A value of the type TEXT (3.3.11).
  mutating func add(_ name: String, text: String) { add(name, ContentLines.escaped(text)) }

  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += ["\\", scalar]
      case "\n": escaped += ["\\", "n"]
      // No other control character may stand in a content line.
      case "\u{0}"..."\u{1F}", "\u{7F}": continue
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
