internal import Crypto
internal import SwiftASN1
@_spi(DisableValidityCheck) internal import X509

/// The signed data around what an authority stamped (RFC 5652, as RFC 3161 narrows it): one signer, with attributes.
///
/// swift-certificates verifies CMS over plain data only, not over a time-stamp's content: what follows is the same checks, on
/// its keys and its certificate paths.
struct SignedStamp: Sendable {
  /// What was stamped, as signed.
  let content: ArraySlice<UInt8>
  private let certificates: [(certificate: Certificate, bytes: ArraySlice<UInt8>)]
  private let digest: ASN1ObjectIdentifier
  private let signatureAlgorithm: ASN1ObjectIdentifier
  private let signature: ArraySlice<UInt8>
  /// The attributes as they are signed: tagged as the set that they are.
  private let signedBytes: [UInt8]
  private let attributes: [(type: ASN1ObjectIdentifier, values: [ASN1Node])]

  /// Reads the form; believes nothing yet.
  init(_ token: ASN1Node) throws(TimeStampError) {
    var info = try Nodes(token)
    guard try info.next(ASN1ObjectIdentifier.self) == ObjectID.signedData else { throw .malformed }
    var outer = try Nodes(try info.next(), .context(0))
    var data = try Nodes(try outer.next())
    guard try data.next(Int.self) == 3 else { throw .malformed }
    _ = try data.next()
    var encapsulated = try Nodes(try data.next())
    guard try encapsulated.next(ASN1ObjectIdentifier.self) == ObjectID.timeStampInfo else { throw .malformed }
    var explicit = try Nodes(try encapsulated.next(), .context(0))
    content = try explicit.next(ASN1OctetString.self).bytes
    certificates =
      try data.next(if: .context(0)).map { node throws(TimeStampError) in
        try Nodes(node, .context(0)).all.compactMap { node in
          (try? Certificate(derEncoded: node)).map { ($0, node.encodedBytes) }
        }
      } ?? []
    _ = data.next(if: .context(1))
    let signers = try Nodes(try data.next(), .set).all
    guard signers.count == 1, data.isEmpty, certificates.count <= 16 else { throw .malformed }
    var signer = try Nodes(signers[0])
    _ = try signer.next(Int.self)
    // Who signed is said by an attribute that is itself signed, which binds the certificate and not only its name.
    _ = try signer.next()
    digest = try algorithm(try signer.next())
    guard let signed = signer.next(if: .context(0)) else { throw .malformed }
    // As it is signed it is a set, not the first optional part of a sequence (RFC 5652, 5.4).
    signedBytes = [0x31] + signed.encodedBytes.dropFirst()
    attributes = try Nodes(signed, .context(0)).all.map { node throws(TimeStampError) in
      var parts = try Nodes(node)
      return (try parts.next(ASN1ObjectIdentifier.self), try Nodes(try parts.next(), .set).all)
    }
    signatureAlgorithm = try algorithm(try signer.next())
    signature = try signer.next(ASN1OctetString.self).bytes
  }

  /// The one value of an attribute that stands there once.
  private func attribute(_ type: ASN1ObjectIdentifier) throws(TimeStampError) -> ASN1Node? {
    let found = attributes.filter { $0.type == type }
    if found.isEmpty { return nil }
    guard found.count == 1, found[0].values.count == 1 else { throw .malformed }
    return found[0].values[0]
  }

  /// The signature over the attributes, theirs over the content, and a path from the signer to one of the roots.
  /// - Parameter time: milliseconds since 1970: when the path must have been valid.
  func verify(roots: [Certificate], at time: Int64) async throws(TimeStampError) {
    guard let type = try attribute(ObjectID.contentType), let digested = try attribute(ObjectID.messageDigest) else {
      throw .malformed
    }
    guard try type.value(ASN1ObjectIdentifier.self) == ObjectID.timeStampInfo else { throw .malformed }
    guard try Array(digested.value(ASN1OctetString.self).bytes) == Digests.make(digest, of: content) else {
      throw .invalidSignature
    }
    let signer = try signerCertificate()
    guard
      signer.publicKey.isValidSignature(
        Array(signature), for: signedBytes,
        signatureAlgorithm: try Digests.signature(signatureAlgorithm, digest: digest))
    else { throw .invalidSignature }
    var verifier = Verifier(rootCertificates: CertificateStore(roots)) {
      RFC5280Policy.withValidityCheckDisabled()
      StampingPolicy(time: time)
    }
    let path = await verifier.validate(
      leaf: signer, intermediates: CertificateStore(certificates.map(\.certificate)))
    guard case .validCertificate = path else { throw .untrusted }
  }

  /// The certificate among those that came along whose digest is signed (RFC 5035; RFC 3161 asks for it).
  private func signerCertificate() throws(TimeStampError) -> Certificate {
    let second = try attribute(ObjectID.signingCertificateV2)
    let first = try attribute(ObjectID.signingCertificate)
    guard let identifier = second ?? first else { throw .malformed }
    var list = try Nodes(identifier)
    var identifiers = try Nodes(try list.next())
    var signer = try Nodes(try identifiers.next())
    // SHA-256 where the second kind names none.
    let named = signer.next(if: .sequence)
    let digest = try named.map { node throws(TimeStampError) in try algorithm(node) } ?? ObjectID.sha256
    let wanted = Array(try signer.next(ASN1OctetString.self).bytes)
    for (certificate, bytes) in certificates {
      let made = second == nil ? Array(Insecure.SHA1.hash(data: bytes)) : try Digests.make(digest, of: bytes)
      if made == wanted { return certificate }
    }
    throw .invalidSignature
  }
}
