internal import Leaves
internal import SwiftASN1

/// What an authority signs: which digest it saw, and when (RFC 3161, TSTInfo).
struct StampedInfo: Sendable {
  let policy: String
  let algorithm: ASN1ObjectIdentifier
  let imprint: [UInt8]
  /// Most significant byte first.
  let serial: [UInt8]
  /// Milliseconds since 1970.
  let time: Int64
  /// Milliseconds to either side; nil where the authority says nothing of it.
  let accuracy: Int64?
  let nonce: UInt64?

  init(_ bytes: ArraySlice<UInt8>) throws(TimeStampError) {
    guard let node = try? DER.parse(bytes) else { throw .malformed }
    var parts = try Nodes(node)
    guard try parts.next(Int.self) == 1 else { throw .malformed }
    policy = try parts.next(ASN1ObjectIdentifier.self).description
    var imprint = try Nodes(try parts.next())
    algorithm = try TimeStamps.algorithm(try imprint.next())
    self.imprint = Array(try imprint.next(ASN1OctetString.self).bytes)
    guard let serial = try parts.next().primitive else { throw .malformed }
    self.serial = Array(serial)
    time = try StampedInfo.time(try parts.next())
    accuracy = try parts.next(if: .sequence).map { node throws(TimeStampError) in try StampedInfo.accuracy(node) }
    _ = parts.next(if: .boolean)
    nonce = try parts.next(if: .integer).map { node throws(TimeStampError) in try node.value(UInt64.self) }
    _ = parts.next(if: .context(0))
    // Extensions may be critical, and none is known here.
    guard parts.isEmpty else { throw .malformed }
  }

  /// `YYYYMMDDHHMMSS[.f…]Z`; what is finer than milliseconds is cut off.
  private static func time(_ node: ASN1Node) throws(TimeStampError) -> Int64 {
    guard node.identifier == .generalizedTime, var digits = node.primitive, digits.popLast() == UInt8(ascii: "Z") else {
      throw .malformed
    }
    let text = digits.map { Character(Unicode.Scalar($0)) }
    guard text.count >= 14, text[0..<14].allSatisfy(\.isNumber) else { throw .malformed }
    var fraction = text[14...]
    if let point = fraction.popFirst() {
      guard point == ".", !fraction.isEmpty, fraction.allSatisfy(\.isNumber) else { throw .malformed }
    }
    let milliseconds = (fraction + ["0", "0", "0"]).prefix(3)
    let part = { (range: Range<Int>) in String(text[range]) }
    var written =
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14)).\(String(milliseconds))Z"
    guard let time = written.withUTF8({ TimeText.milliseconds(UnsafeRawBufferPointer($0)) }) else { throw .malformed }
    return time
  }

  private static func accuracy(_ node: ASN1Node) throws(TimeStampError) -> Int64 {
    var parts = try Nodes(node)
    let seconds = try parts.next(if: .integer).map { node throws(TimeStampError) in try node.value(Int64.self) } ?? 0
    let millis = try integer(parts.next(if: .context(0)))
    let micros = try integer(parts.next(if: .context(1)))
    guard (0...86_400).contains(seconds) else { throw .malformed }
    return seconds * 1000 + millis + (micros > 0 ? 1 : 0)
  }

  /// An implicitly tagged number from 1 to 999, or 0 where there is none.
  private static func integer(_ node: ASN1Node?) throws(TimeStampError) -> Int64 {
    guard let node else { return 0 }
    guard let bytes = node.primitive, (1...2).contains(bytes.count) else { throw .malformed }
    let value = bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) }
    guard (1...999).contains(value) else { throw .malformed }
    return value
  }
}
