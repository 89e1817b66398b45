internal import Leaves
internal import SwiftASN1
internal import X509

/// What a path of certificates must be besides sound: valid when the stamp was made, however long ago that is, and its first
/// certificate meant for time-stamping and nothing else (RFC 3161, 2.3).
struct StampingPolicy: VerifierPolicy, Sendable {
  let verifyingCriticalExtensions: [ASN1ObjectIdentifier] = [.X509ExtensionID.extendedKeyUsage]
  /// Milliseconds since 1970.
  let time: Int64

  func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) async -> PolicyEvaluationResult {
    guard let usage = chain.leaf.extensions[oid: .X509ExtensionID.extendedKeyUsage], usage.critical,
      let usages = try? chain.leaf.extensions.extendedKeyUsage, Array(usages) == [.timeStamping]
    else { return .failsToMeetPolicy(reason: "not meant for time-stamping alone") }
    for certificate in chain {
      guard let period = try? Validity.period(of: certificate), period.contains(time) else {
        return .failsToMeetPolicy(reason: "not valid at that time")
      }
    }
    return .meetsPolicy
  }
}

/// From when to when a certificate is valid, read from its bytes: the library gives dates of Foundation.
enum Validity {
  /// Milliseconds since 1970.
  static func period(of certificate: Certificate) throws -> ClosedRange<Int64> {
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    var outer = try Nodes(try DER.parse(serializer.serializedBytes))
    var inner = try Nodes(try outer.next())
    _ = inner.next(if: .context(0))
    // The serial number, the algorithm, the issuer.
    for _ in 0..<3 { _ = try inner.next() }
    var times = try Nodes(try inner.next())
    let (first, last) = (try milliseconds(try times.next()), try milliseconds(try times.next()))
    guard first <= last else { throw TimeStampError.malformed }
    // To the end of the last second.
    return first...(last + 999)
  }

  /// `YYMMDDHHMMSSZ` up to 2049, and `YYYYMMDDHHMMSSZ` (RFC 5280, 4.1.2.5).
  private static func milliseconds(_ node: ASN1Node) throws(TimeStampError) -> Int64 {
    guard let bytes = node.primitive, bytes.last == UInt8(ascii: "Z") else { throw .malformed }
    var text = bytes.dropLast().map { Character(Unicode.Scalar($0)) }
    if node.identifier == .utcTime, text.count == 12 {
      text = (text[0] < "5" ? ["2", "0"] : ["1", "9"]) + text
    }
    guard text.count == 14 else { throw .malformed }
    let part = { (range: Range<Int>) in String(text[range]) }
    var written =
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14)).000Z"
    guard let time = written.withUTF8({ TimeText.milliseconds(UnsafeRawBufferPointer($0)) }) else { throw .malformed }
    return time
  }
}
