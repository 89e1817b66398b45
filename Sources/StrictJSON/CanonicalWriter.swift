/// Writes canonical JSON (RFC 8785) straight into bytes.
///
/// The caller names members in the order of their UTF-16 code units, which for the ASCII names of this project is
/// alphabetical order; the writer adds commas, quotes and escapes. It knows no floating point: the log holds none.
package struct CanonicalWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// True where the next member or element is the first of its object or array, so that no comma goes before it.
  private var isFirst = true

  package init(reserving capacity: Int = 512) {
    bytes.reserveCapacity(capacity)
  }

  /// What has been written, moved into another writer that goes on there; an empty one stays here.
  package mutating func taken() -> CanonicalWriter {
    var other = CanonicalWriter(reserving: 0)
    swap(&self, &other)
    return other
  }

  package mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
  }

  package mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    isFirst = false
  }

  package mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    isFirst = true
  }

  package mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    isFirst = false
  }

  /// The name of the next member; it must be printable ASCII that needs no escape.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    isFirst = true
  }

  /// The name of the next member, whatever it holds.
  package mutating func key(escaping name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    isFirst = true
  }

  package mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var copy = value
    copy.withUTF8 { utf8 in
      if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
        bytes.append(contentsOf: utf8)
      } else {
        for byte in utf8 { escape(byte) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A string known to be ASCII without quotes, backslashes or control characters, written as it is.
  package mutating func plain(_ value: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func integer(_ value: Int64) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var magnitude = value.magnitude
    if magnitude < 10 {
      bytes.append(UInt8(ascii: "0") + UInt8(magnitude))
      return
    }
    let start = bytes.count
    while magnitude > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
      magnitude /= 10
    }
    bytes[start...].reverse()
  }

  package mutating func bool(_ value: Bool) {
    raw(value ? [0x74, 0x72, 0x75, 0x65] : [0x66, 0x61, 0x6C, 0x73, 0x65])
  }

  package mutating func null() {
    raw([0x6E, 0x75, 0x6C, 0x6C])
  }

  /// A value that is canonical JSON already.
  package mutating func raw(_ value: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: value)
  }

  private mutating func separate() {
    if isFirst {
      isFirst = false
    } else {
      bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0x08: bytes += [0x5C, UInt8(ascii: "b")]
    case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
    case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
    case 0x0C: bytes += [0x5C, UInt8(ascii: "f")]
    case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes += [0x5C, UInt8(ascii: "u"), 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
}
