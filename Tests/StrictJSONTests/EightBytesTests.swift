import StrictJSON
import Testing

/// What looks at eight bytes at once says what looking at each would.
@Suite struct EightBytesTests {
  /// Every byte, at every place of texts of every length around whole words.
  private static let texts: [[UInt8]] = (0...19).flatMap { length in
    (0..<max(length, 1)).flatMap { place in
      (UInt8.min...UInt8.max).map { byte in
        var text = [UInt8](repeating: UInt8(ascii: "~"), count: length)
        if place < length { text[place] = byte }
        return text
      }
    }
  }

  @Test func `plain text is printable ASCII without quotes and backslashes`() {
    for text in Self.texts {
      let isPlain = text.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
      #expect(text.withUnsafeBytes { EightBytes.arePlainASCII($0) } == isPlain, "\(text)")
    }
  }

  @Test func `a string ends at the first quote that is not escaped, and holds no control character`() {
    for text in Self.texts {
      let json = [UInt8(ascii: "\"")] + text + Array("\"\"".utf8)
      let found: [UInt8]? = json.withUnsafeBytes { bytes in
        var cursor = CanonicalCursor(bytes)
        return (try? cursor.rawString()).map { Array($0) }
      }
      #expect(found == Self.content(of: json), "\(text)")
    }
  }

  private static func content(of json: [UInt8]) -> [UInt8]? {
    var place = 1
    while place < json.count {
      if json[place] == 0x22 { return Array(json[1..<place]) }
      if json[place] < 0x20 { return nil }
      place += json[place] == 0x5C ? 2 : 1
    }
    return nil
  }
}
