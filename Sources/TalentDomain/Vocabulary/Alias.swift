package import StrictJSON

/// A random id of 64 bits that stands for a person, a centre or a workplace within one stream.
///
/// It is drawn, never computed, so that it ties to nobody once the sealed link behind it is gone. Written as thirteen
/// digits of Crockford's base 32 in lower case, such as `0c9k2m4v7x1qz`.
package struct Alias: Sendable, Hashable, Comparable {
  package let bits: UInt64

  package init(bits: UInt64) {
    self.bits = bits
  }

  /// Nobody: what a blank record holds before it is read.
  package static let none = Alias(bits: 0)

  /// From the thirteen bytes of its text.
  package init?(utf8: UnsafeRawBufferPointer) {
    guard let bits = Alias.parse(utf8) else { return nil }
    self.bits = bits
  }

  package init?(_ text: String) {
    var copy = text
    let bits = copy.withUTF8 { Alias.parse(UnsafeRawBufferPointer($0)) }
    guard let bits else { return nil }
    self.bits = bits
  }

  package var text: String {
    String(unsafeUninitializedCapacity: 13) { buffer in
      var rest = bits
      for index in stride(from: 12, through: 0, by: -1) {
        buffer[index] = Alias.digits.utf8Start[Int(rest & 31)]
        rest >>= 5
      }
      return 13
    }
  }

  package static func < (left: Alias, right: Alias) -> Bool { left.bits < right.bits }

  private static let digits: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"

  private static func parse(_ utf8: UnsafeRawBufferPointer) -> UInt64? {
    guard utf8.count == 13, utf8[0] < UInt8(ascii: "g") else { return nil }
    var bits: UInt64 = 0
    for byte in utf8 {
      guard let value = digit(byte) else { return nil }
      bits = bits << 5 | UInt64(value)
    }
    return bits
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "h"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "j"), UInt8(ascii: "k"): byte - UInt8(ascii: "j") + 18
    case UInt8(ascii: "m"), UInt8(ascii: "n"): byte - UInt8(ascii: "m") + 20
    case UInt8(ascii: "p")...UInt8(ascii: "t"): byte - UInt8(ascii: "p") + 22
    case UInt8(ascii: "v")...UInt8(ascii: "z"): byte - UInt8(ascii: "v") + 27
    default: nil
    }
  }
}

extension Alias: Value {
  package static let blank = Alias.none
  package static let shape = Shape.alias

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Alias {
    guard let raw = try? cursor.rawString() else { throw Fault(.expected("an id")) }
    guard let bits = parse(raw) else { throw Fault(.expected("an id of thirteen characters")) }
    return Alias(bits: bits)
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(text) }
}
