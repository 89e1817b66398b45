/// Reads canonical JSON (RFC 8785) front to back, without building a tree: the fast way through millions of leaves.
///
/// The reader knows the members in their canonical order and asks for each in turn: `member("actor")` is true, and
/// consumes the name, where that member comes next. White space, other orders and other spellings of the same value are
/// errors: what is not canonical was not written by us. It does not own its bytes; it lives within the closure that lent them.
package struct CanonicalCursor {
  package let bytes: UnsafeRawBufferPointer
  package private(set) var offset: Int
  private var isFirst = true

  package init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  package var isAtEnd: Bool { offset == bytes.count }

  // MARK: Objects

  package mutating func beginObject() throws(JSONError) {
    try expect(UInt8(ascii: "{"))
    isFirst = true
  }

  /// Whether the member `name` comes next; if so, its value does now. Names are plain ASCII.
  package mutating func member(_ name: StaticString) -> Bool {
    let separator = isFirst ? 0 : 1
    let length = name.utf8CodeUnitCount
    let end = offset + separator + length + 3
    guard end <= bytes.count else { return false }
    if separator == 1, bytes[offset] != UInt8(ascii: ",") { return false }
    let start = offset + separator
    guard bytes[start] == UInt8(ascii: "\""), bytes[end - 2] == UInt8(ascii: "\""), bytes[end - 1] == UInt8(ascii: ":")
    else { return false }
    let expected = name.utf8Start
    for index in 0..<length where bytes[start + 1 + index] != expected[index] { return false }
    offset = end
    isFirst = false
    return true
  }

  /// The end of an object: anything but `}` is a member that does not belong here.
  package mutating func endObject() throws(JSONError) {
    try expect(UInt8(ascii: "}"))
    isFirst = false
  }

  // MARK: Arrays

  package mutating func beginArray() throws(JSONError) {
    try expect(UInt8(ascii: "["))
    isFirst = true
  }

  /// Whether another element follows; if not, the array's end has been consumed.
  package mutating func element() throws(JSONError) -> Bool {
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    if bytes[offset] == UInt8(ascii: "]") {
      offset += 1
      isFirst = false
      return false
    }
    if isFirst {
      isFirst = false
    } else {
      try expect(UInt8(ascii: ","))
    }
    return true
  }

  // MARK: Scalars

  /// The raw bytes between the quotes of a string that comes next, escapes and all.
  package mutating func rawString() throws(JSONError) -> UnsafeRawBufferPointer {
    try expect(UInt8(ascii: "\""))
    let start = offset
    offset = EightBytes.endOfPlainText(bytes, from: offset)
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        offset += 1
        isFirst = false
        return UnsafeRawBufferPointer(rebasing: bytes[start..<(offset - 1)])
      }
      if byte < 0x20 { throw JSONError(.controlCharacter, at: offset) }
      offset = EightBytes.endOfPlainText(bytes, from: offset + (byte == UInt8(ascii: "\\") ? 2 : 1))
    }
    throw JSONError(.unexpectedEnd, at: bytes.count)
  }

  package mutating func string() throws(JSONError) -> String {
    let start = offset
    let raw = try rawString()
    guard raw.contains(UInt8(ascii: "\\")) else {
      guard let value = String(strictUTF8: raw) else { throw JSONError(.invalidUTF8, at: start) }
      return value
    }
    return try unescape(raw, at: start)
  }

  package mutating func integer() throws(JSONError) -> Int64 {
    let start = offset
    let isNegative = offset < bytes.count && bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    let digits = offset
    var magnitude: Int64 = 0
    while offset < bytes.count, case let digit = bytes[offset] &- UInt8(ascii: "0"), digit <= 9 {
      magnitude = magnitude &* 10 &+ Int64(digit)
      offset += 1
      if magnitude > 9_007_199_254_740_991 { throw JSONError(.integerOutOfRange, at: start) }
    }
    let length = offset - digits
    guard length > 0 else { throw JSONError(.invalidNumber, at: start) }
    guard bytes[digits] != UInt8(ascii: "0") || (length == 1 && !isNegative) else {
      throw JSONError(.invalidNumber, at: start)
    }
    isFirst = false
    return isNegative ? -magnitude : magnitude
  }

  package mutating func bool() throws(JSONError) -> Bool {
    if literal("true") { return true }
    if literal("false") { return false }
    throw JSONError(.unexpectedByte, at: offset)
  }

  /// Whether `null` comes next; if so it has been consumed.
  package mutating func null() -> Bool { literal("null") }

  /// The bytes of the value that comes next, whatever it is, consumed but not looked into beyond its nesting.
  package mutating func rawValue() throws(JSONError) -> UnsafeRawBufferPointer {
    let start = offset
    var depth = 0
    repeat {
      guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
      switch bytes[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        offset += 1
        if depth < 0 { throw JSONError(.unexpectedByte, at: offset - 1) }
      case UInt8(ascii: "\""): _ = try rawString()
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { throw JSONError(.unexpectedByte, at: offset) }
        offset += 1
      default: try skipToken()
      }
    } while depth > 0
    isFirst = false
    return UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
  }

  // MARK: Pieces

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    guard bytes[offset] == byte else { throw JSONError(.unexpectedByte, at: offset) }
    offset += 1
  }

  private mutating func literal(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset + length <= bytes.count else { return false }
    for index in 0..<length where bytes[offset + index] != text.utf8Start[index] { return false }
    offset += length
    isFirst = false
    return true
  }

  /// A number or a literal, up to what ends it.
  private mutating func skipToken() throws(JSONError) {
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if offset == start { throw JSONError(.unexpectedByte, at: offset) }
        return
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"): offset += 1
      default: throw JSONError(.unexpectedByte, at: offset)
      }
    }
  }

  /// Canonical escapes only: the two-character ones and `\u00xx` for the other control characters.
  private func unescape(_ raw: UnsafeRawBufferPointer, at start: Int) throws(JSONError) -> String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      guard raw[index] == UInt8(ascii: "\\") else {
        utf8.append(raw[index])
        index += 1
        continue
      }
      guard index + 1 < raw.count else { throw JSONError(.invalidEscape, at: start + index) }
      switch raw[index + 1] {
      case UInt8(ascii: "\""): utf8.append(0x22)
      case UInt8(ascii: "\\"): utf8.append(0x5C)
      case UInt8(ascii: "b"): utf8.append(0x08)
      case UInt8(ascii: "f"): utf8.append(0x0C)
      case UInt8(ascii: "n"): utf8.append(0x0A)
      case UInt8(ascii: "r"): utf8.append(0x0D)
      case UInt8(ascii: "t"): utf8.append(0x09)
      case UInt8(ascii: "u"):
        guard index + 5 < raw.count, raw[index + 2] == 0x30, raw[index + 3] == 0x30,
          let value = canonicalControl(raw[index + 4], raw[index + 5])
        else { throw JSONError(.invalidEscape, at: start + index) }
        utf8.append(value)
        index += 4
      default: throw JSONError(.invalidEscape, at: start + index)
      }
      index += 2
    }
    guard let value = String(validating: utf8, as: UTF8.self) else { throw JSONError(.invalidUTF8, at: start) }
    return value
  }

  /// The control character of these two digits: lower case, and none that has a two-character escape.
  private func canonicalControl(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard high == 0x30 || high == 0x31, let digit = hexadecimalDigit(low), low < 0x41 || low > 0x46 else { return nil }
    let value = (high - 0x30) << 4 | digit
    return [0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(value) ? nil : value
  }
}
