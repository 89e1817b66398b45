extension JSON {
  /// Reads one JSON value (RFC 8259) and nothing else. The bytes are only borrowed.
  package init(parsing bytes: UnsafeRawBufferPointer, limits: JSONLimits = .standard) throws(JSONError) {
    guard bytes.count <= limits.maximumLength else { throw JSONError(.tooLarge, at: limits.maximumLength) }
    var parser = JSONParser(bytes: bytes, limits: limits)
    self = try parser.document()
  }

  package init(parsing bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) {
    // The closure cannot throw a typed error through `withUnsafeBytes`, so the result carries it out.
    let result = bytes.withUnsafeBytes { buffer -> Result<JSON, JSONError> in
      do throws(JSONError) { return .success(try JSON(parsing: buffer, limits: limits)) } catch {
        return .failure(error)
      }
    }
    self = try result.get()
  }
}

/// Recursive descent over bytes. Every read of a byte stands behind a check of its place: the buffer itself is unchecked
/// in a release build.
struct JSONParser {
  let bytes: UnsafeRawBufferPointer
  let limits: JSONLimits
  var offset = 0
  private var depth = 0

  init(bytes: UnsafeRawBufferPointer, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func document() throws(JSONError) -> JSON {
    skipSpace()
    let value = try value()
    skipSpace()
    guard offset == bytes.count else { throw JSONError(.trailingBytes, at: offset) }
    return value
  }

  private mutating func value() throws(JSONError) -> JSON {
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"):
      try literal("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try literal("null")
      return .null
    default: throw JSONError(.unexpectedByte, at: offset)
    }
  }

  // MARK: Objects and arrays

  private mutating func object() throws(JSONError) -> JSON {
    let start = offset
    try descend()
    var members: [JSON.Member] = []
    if skipSpace(before: UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
      guard bytes[offset] == UInt8(ascii: "\"") else { throw JSONError(.unexpectedByte, at: offset) }
      let name = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      skipSpace()
      members.append(JSON.Member(name: name, value: try value()))
    } while try separator(orEnd: UInt8(ascii: "}"))
    // Names are compared once the object is whole; the place named is the object's.
    guard !members.haveDuplicateNames else { throw JSONError(.duplicateKey, at: start) }
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSON {
    try descend()
    var elements: [JSON] = []
    if skipSpace(before: UInt8(ascii: "]")) { return .array([]) }
    repeat {
      skipSpace()
      elements.append(try value())
    } while try separator(orEnd: UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func descend() throws(JSONError) {
    depth += 1
    guard depth <= limits.maximumDepth else { throw JSONError(.tooDeep, at: offset) }
    offset += 1
  }

  /// Whether the object or array ends here at once; if so, its end has been consumed.
  private mutating func skipSpace(before end: UInt8) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == end else { return false }
    offset += 1
    depth -= 1
    return true
  }

  /// True after a comma, false after the end of the object or array.
  private mutating func separator(orEnd end: UInt8) throws(JSONError) -> Bool {
    if skipSpace(before: end) { return false }
    try expect(UInt8(ascii: ","))
    return true
  }

  // MARK: Scalars

  private mutating func string() throws(JSONError) -> String {
    var scanner = StringScanner(bytes: bytes, offset: offset + 1)
    let start = offset
    let text = try scanner.scan()
    offset = scanner.offset
    if limits.requiresNFC, !scanner.isObviouslyNormalised, !NormalForm.isComposed(text) {
      throw JSONError(.notNormalised, at: start)
    }
    return text
  }

  private mutating func number() throws(JSONError) -> JSON {
    var scanner = NumberScanner(bytes: bytes, offset: offset)
    let value = try scanner.scan()
    offset = scanner.offset
    return value
  }

  private mutating func literal(_ text: StaticString) throws(JSONError) {
    for index in 0..<text.utf8CodeUnitCount { try expect(text.utf8Start[index]) }
  }

  // MARK: Pieces

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    guard bytes[offset] == byte else { throw JSONError(.unexpectedByte, at: offset) }
    offset += 1
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }
}

extension [JSON.Member] {
  /// Few names are compared each with each; many are sorted first, so that a long object cannot be made to cost its square.
  fileprivate var haveDuplicateNames: Bool {
    if count <= 8 {
      for index in indices.dropFirst()
      where self[..<index].contains(where: { $0.name.hasSameBytes(as: self[index].name) }) {
        return true
      }
      return false
    }
    let sorted = sortedByName
    return zip(sorted, sorted.dropFirst()).contains { $0.name.hasSameBytes(as: $1.name) }
  }
}
