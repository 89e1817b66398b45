/// Reads a JSON string from the byte after its opening quote to its closing quote.
struct StringScanner {
  let bytes: UnsafeRawBufferPointer
  var offset: Int
  /// True where every character lies below U+0300, of which nothing can be decomposed text.
  private(set) var isObviouslyNormalised = true

  init(bytes: UnsafeRawBufferPointer, offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func scan() throws(JSONError) -> String {
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        let utf8 = UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
        guard let text = String(strictUTF8: utf8) else { throw JSONError(.invalidUTF8, at: start) }
        offset += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try scanEscaped(from: start) }
      if byte < 0x20 { throw JSONError(.controlCharacter, at: offset) }
      if byte >= 0xCC { isObviouslyNormalised = false }
      offset += 1
    }
    throw JSONError(.unexpectedEnd, at: offset)
  }

  /// The same with escapes: the bytes up to here are copied, and what follows is unescaped into the copy.
  private mutating func scanEscaped(from start: Int) throws(JSONError) -> String {
    var utf8 = [UInt8](bytes[start..<offset])
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: utf8, as: UTF8.self) else { throw JSONError(.invalidUTF8, at: start) }
        offset += 1
        return text
      case UInt8(ascii: "\\"): try unescape(into: &utf8)
      case 0..<0x20: throw JSONError(.controlCharacter, at: offset)
      default:
        if byte >= 0xCC { isObviouslyNormalised = false }
        utf8.append(byte)
        offset += 1
      }
    }
    throw JSONError(.unexpectedEnd, at: offset)
  }

  private mutating func unescape(into utf8: inout [UInt8]) throws(JSONError) {
    let start = offset
    guard offset + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
    let kind = bytes[offset + 1]
    offset += 2
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): utf8.append(kind)
    case UInt8(ascii: "b"): utf8.append(0x08)
    case UInt8(ascii: "f"): utf8.append(0x0C)
    case UInt8(ascii: "n"): utf8.append(0x0A)
    case UInt8(ascii: "r"): utf8.append(0x0D)
    case UInt8(ascii: "t"): utf8.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try escapedScalar(from: start)
      if scalar.value >= 0x300 { isObviouslyNormalised = false }
      utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw JSONError(.invalidEscape, at: start)
    }
  }

  /// The character of a `\u` escape, or of two that are a surrogate pair; `offset` stands after the first `u`.
  private mutating func escapedScalar(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimalUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { throw JSONError(.loneSurrogate, at: start) }
    offset += 2
    let second = try hexadecimalUnit(from: offset - 2)
    guard (0xDC00...0xDFFF).contains(second) else { throw JSONError(.loneSurrogate, at: start) }
    let value = 0x10000 + (UInt32(first - 0xD800) << 10 | UInt32(second - 0xDC00))
    guard let scalar = Unicode.Scalar(value) else { throw JSONError(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func hexadecimalUnit(from start: Int) throws(JSONError) -> UInt16 {
    guard offset + 4 <= bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
    var unit: UInt16 = 0
    for place in offset..<(offset + 4) {
      guard let digit = hexadecimalDigit(bytes[place]) else { throw JSONError(.invalidEscape, at: start) }
      unit = unit << 4 | UInt16(digit)
    }
    offset += 4
    return unit
  }
}

/// The value of a hexadecimal digit of either case.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

extension String {
  /// Nil unless the bytes are valid UTF-8.
  ///
  /// The validating initialiser of the standard library looks up generic metadata at each call, which was a third of the
  /// time of parsing. ASCII, as nearly all names and most values are, needs no validation.
  init?(strictUTF8 bytes: UnsafeRawBufferPointer) {
    if EightBytes.areASCII(bytes) {
      self.init(decoding: bytes, as: UTF8.self)
    } else {
      self.init(validating: bytes, as: UTF8.self)
    }
  }
}
