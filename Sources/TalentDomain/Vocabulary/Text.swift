package import StrictJSON

/// What people write in their own words: 1 to 4,000 characters of NFC text, several lines if they like.
///
/// It is personal data and stands only in sealed records, never in a leaf.
package struct Text: Sendable, Hashable, ExpressibleByStringLiteral {
  package let value: String
  package static let limit = 4000

  /// Unchecked, for text that has been read before.
  package init(_ value: String) { self.value = value }
  package init(stringLiteral value: String) { self.value = value }

  package var isBlank: Bool { value.allSatisfy(\.isWhitespace) }
}

extension Text: Value {
  package static let blank = Text("")
  package static let shape = Shape.text(limit: limit)

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Text {
    guard let text = try? cursor.string() else { throw Fault(.expected("a text")) }
    guard text.unicodeScalars.count <= limit else { throw Fault(.tooLong(limit: limit)) }
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }) else {
      throw Fault(.expected("text without control characters"))
    }
    return Text(text)
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(value) }
}

/// Words on one line, 1 to 200 characters. What names a person (names, e-mail addresses, journal numbers) stands only in
/// sealed records; what belongs to the programme (its questions, its tracks) may stand in a leaf.
package struct Line: Sendable, Hashable, ExpressibleByStringLiteral {
  package let value: String
  package static let limit = 200

  package init(_ value: String) { self.value = value }
  package init(stringLiteral value: String) { self.value = value }
}

extension Line: Value {
  package static let blank = Line("")
  package static let shape = Shape.line(limit: limit)

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Line {
    guard let text = try? cursor.string() else { throw Fault(.expected("a line of text")) }
    guard text.unicodeScalars.count <= limit else { throw Fault(.tooLong(limit: limit)) }
    guard !text.allSatisfy(\.isWhitespace), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
      throw Fault(.expected("a line of text that is not blank"))
    }
    return Line(text)
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(value) }
}

/// A short technical name: 1 to 64 lower-case letters, digits, dots and hyphens, such as `2027` or `programme-1.0`.
package struct Code: Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
  package let value: String

  package init(stringLiteral value: String) { self.value = value }

  package init?(_ value: String) {
    guard Code.isValid(value) else { return nil }
    self.value = value
  }

  package static func < (left: Code, right: Code) -> Bool { left.value < right.value }

  private static func isValid(_ value: String) -> Bool {
    (1...64).contains(value.utf8.count)
      && value.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
  }
}

extension Code: Value {
  package static let blank: Code = ""
  package static let shape = Shape.code

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Code {
    guard let text = try? cursor.string(), let code = Code(text) else {
      throw Fault(.expected("a short name of lower-case letters, digits, dots and hyphens"))
    }
    return code
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(value) }
}

/// A long text that a machine made, such as a leaf, a disclosure or a letter: at most 200,000 characters. It stands in
/// answers, in the question whether a letter is one of ours, and, where others signed, in a leaf of its own.
package struct Document: Value {
  package let value: String
  package static let limit = 200_000

  package init(_ value: String) { self.value = value }

  package static let blank = Document("")
  package static let shape = Shape.text(limit: limit)

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Document {
    guard let text = try? cursor.string() else { throw Fault(.expected("a text")) }
    guard text.utf8.count <= 4 * limit else { throw Fault(.tooLong(limit: limit)) }
    return Document(text)
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(value) }
}
