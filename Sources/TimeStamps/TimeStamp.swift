internal import Crypto
internal import SwiftASN1

/// An authority's word that some bytes existed by a time (RFC 3161): the response in DER, as `openssl ts` writes it too.
///
/// Reading believes nothing. Whose word it is, and over what, `verify` says.
package struct TimeStamp: Sendable {
  /// The response, byte for byte.
  package let bytes: [UInt8]
  private let info: StampedInfo
  private let signed: SignedStamp

  /// Bytes of a response: with a long chain of certificates it is some 8 KiB. In base64 it must fit into a leaf.
  package static let lengthLimit = 1 << 15

  /// - Throws: `.refused` where the authority gave none.
  package init(parsing bytes: [UInt8]) throws(TimeStampError) {
    guard bytes.count <= TimeStamp.lengthLimit, let node = try? DER.parse(bytes) else { throw .malformed }
    var response = try Nodes(node)
    var status = try Nodes(try response.next())
    let number = try status.next(Int.self)
    // 0 is granted, 1 granted with modifications.
    guard number == 0 || number == 1 else { throw .refused(status: number) }
    signed = try SignedStamp(try response.next())
    guard response.isEmpty else { throw .malformed }
    info = try StampedInfo(signed.content)
    self.bytes = bytes
  }

  /// When, in milliseconds since 1970.
  package var time: Int64 { info.time }
  /// How far off it may be to either side, in milliseconds; nil where the authority says nothing of it.
  package var accuracy: Int64? { info.accuracy }
  /// The authority's own number of it, in hexadecimal.
  package var serial: String {
    info.serial.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
  /// Under which of its policies it was issued, as an object identifier.
  package var policy: String { info.policy }
  package var nonce: UInt64? { info.nonce }

  /// Whether these are the bytes that are stamped. Whoever stamped is still unknown.
  package func covers(_ stamped: [UInt8]) throws(TimeStampError) {
    guard info.imprint == (try Digests.make(info.algorithm, of: stamped[...])) else { throw .otherBytes }
  }

  /// Whether it answers this request.
  package func answers(_ request: TimeStampRequest) throws(TimeStampError) {
    guard info.nonce == request.nonce else { throw .otherNonce }
  }

  /// The whole of it: these bytes, stamped by somebody for whom one of the authorities vouched at the time that is stamped.
  package func verify(over stamped: [UInt8], authorities: TimeStampAuthorities) async throws(TimeStampError) {
    try covers(stamped)
    try await signed.verify(roots: authorities.certificates, at: info.time)
  }
}
