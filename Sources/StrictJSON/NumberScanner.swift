/// Reads a JSON number: an integer where it has neither fraction nor exponent, else a double.
struct NumberScanner {
  let bytes: UnsafeRawBufferPointer
  var offset: Int

  /// 2^53 − 1: up to here every integer is also a double, and survives every other JSON tool (RFC 8259, section 6).
  static let largestInteger: Int64 = 9_007_199_254_740_991

  mutating func scan() throws(JSONError) -> JSON {
    let start = offset
    let isNegative = take(UInt8(ascii: "-"))
    let integer = offset
    try digits(of: start)
    guard bytes[integer] != UInt8(ascii: "0") || offset == integer + 1 else {
      throw JSONError(.invalidNumber, at: start)
    }
    let integerEnd = offset
    if take(UInt8(ascii: ".")) { try digits(of: start) }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits(of: start)
    }
    guard offset > integerEnd else { return .integer(try value(integer..<integerEnd, isNegative, at: start)) }
    // The grammar has been checked: these bytes are ASCII and a number to the standard library too.
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let double = Double(text), double.isFinite else { throw JSONError(.invalidNumber, at: start) }
    return .double(double)
  }

  private func value(_ range: Range<Int>, _ isNegative: Bool, at start: Int) throws(JSONError) -> Int64 {
    guard range.count <= 16 else { throw JSONError(.integerOutOfRange, at: start) }
    var magnitude: Int64 = 0
    for index in range { magnitude = magnitude * 10 + Int64(bytes[index] - UInt8(ascii: "0")) }
    guard magnitude <= NumberScanner.largestInteger else { throw JSONError(.integerOutOfRange, at: start) }
    return isNegative ? -magnitude : magnitude
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// One digit or more.
  private mutating func digits(of start: Int) throws(JSONError) {
    let first = offset
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) { offset += 1 }
    guard offset > first else {
      throw offset < bytes.count ? JSONError(.invalidNumber, at: start) : JSONError(.unexpectedEnd, at: offset)
    }
  }
}
