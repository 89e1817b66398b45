extension JSON {
  /// The one spelling of this value under RFC 8785, whatever the order of its members.
  ///
  /// A double that is not finite has none (RFC 8785, 3.2.2.3). None comes out of the parser; putting one into a tree is a
  /// mistake in the program, and stops it here rather than be signed as something else.
  package func canonical() -> [UInt8] {
    var writer = CanonicalWriter()
    write(to: &writer)
    return writer.bytes
  }

  package func write(to writer: inout CanonicalWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let value): writer.bool(value)
    case .integer(let value): writer.integer(value)
    case .double(let value):
      guard let text = NumberText.text(of: value) else {
        preconditionFailure("JSON has no spelling for a number that is not finite")
      }
      writer.raw(text.utf8)
    case .string(let value): writer.string(value)
    case .array(let elements):
      writer.beginArray()
      for element in elements { element.write(to: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members.sortedByName {
        writer.key(escaping: member.name)
        member.value.write(to: &writer)
      }
      writer.endObject()
    }
  }
}

extension [JSON.Member] {
  var sortedByName: [JSON.Member] {
    count < 2 ? self : sorted { $0.name.precedesByUTF16($1.name) }
  }
}

extension String {
  /// The order of UTF-16 code units (RFC 8785, 3.2.3), found in UTF-8. The two orders agree but for one thing: characters
  /// beyond U+FFFF are surrogates in UTF-16, which come before U+E000 to U+FFFF. Their first bytes are 0xF0 and up there,
  /// 0xEE and 0xEF here.
  func precedesByUTF16(_ other: String) -> Bool {
    var left = utf8.makeIterator()
    var right = other.utf8.makeIterator()
    while let first = left.next() {
      guard let second = right.next() else { return false }
      if first == second { continue }
      if first >= 0xEE, second >= 0xEE, (first >= 0xF0) != (second >= 0xF0) { return first >= 0xF0 }
      return first < second
    }
    return right.next() != nil
  }
}
