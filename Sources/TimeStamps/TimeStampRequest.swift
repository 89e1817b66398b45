internal import Crypto
internal import SwiftASN1

/// Asks a time-stamp authority to sign that some bytes existed (RFC 3161, 2.4.1). It is told their digest only.
package struct TimeStampRequest: Sendable {
  /// DER, to be posted as `application/timestamp-query`; the authority's certificate is asked for.
  package let bytes: [UInt8]
  /// Ties the response to this request.
  package let nonce: UInt64

  package static let contentType = "application/timestamp-query"

  /// - Parameter nonce: drawn at random.
  package init(over stamped: [UInt8], nonce: UInt64) throws(TimeStampError) {
    do {
      var request = DER.Serializer()
      try request.appendConstructedNode(identifier: .sequence) { request in
        try request.serialize(1)
        try request.appendConstructedNode(identifier: .sequence) { imprint in
          try imprint.appendConstructedNode(identifier: .sequence) { algorithm in
            try algorithm.serialize(ObjectID.sha256)
            try algorithm.serialize(ASN1Null())
          }
          try imprint.serialize(ASN1OctetString(contentBytes: Array(SHA256.hash(data: stamped))[...]))
        }
        try request.serialize(nonce)
        try request.serialize(true)
      }
      bytes = request.serializedBytes
      self.nonce = nonce
    } catch {
      throw .malformed
    }
  }
}
