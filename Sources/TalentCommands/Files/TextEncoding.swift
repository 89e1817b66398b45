import StrictJSON

/// What a text file is written in. Spreadsheets in Denmark save UTF-8 or Windows-1252 and do not say which.
enum TextEncoding: Sendable {
  case utf8, windows1252

  /// Bytes that are valid UTF-8 are UTF-8: Danish letters in Windows-1252 hardly ever are. A byte-order mark is dropped,
  /// and the text normalised (NFC), for the socket accepts nothing else.
  static func decode(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) {
      return (NormalForm.compose(text), .utf8)
    }
    var scalars = String.UnicodeScalarView()
    for byte in content { scalars.append(scalar(byte)) }
    return (NormalForm.compose(String(scalars)), .windows1252)
  }

  /// As browsers read it (WHATWG Encoding): the five unused bytes stand for the control characters of that number.
  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? upper[Int(byte - 0x80)] : Unicode.Scalar(byte)
  }

  private static let upper: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}", "\u{2030}",
    "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}", "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}",
    "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}",
    "\u{17E}", "\u{178}",
  ]
}
