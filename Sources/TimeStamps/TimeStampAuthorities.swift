internal import SwiftASN1
internal import X509

/// The certificates of those who vouch for time-stamp authorities. They must come by another way than the stamps.
package struct TimeStampAuthorities: Sendable {
  let certificates: [Certificate]

  /// - Parameter pem: a file of one or more certificates; other text between them is passed over.
  package init(pem: [UInt8]) throws(TimeStampError) {
    guard let text = String(validating: pem, as: UTF8.self),
      let documents = try? PEMDocument.parseMultiple(pemString: text)
    else { throw .noCertificates }
    var certificates: [Certificate] = []
    for document in documents where document.discriminator == "CERTIFICATE" {
      guard let certificate = try? Certificate(derEncoded: document.derBytes) else { throw .noCertificates }
      certificates.append(certificate)
    }
    guard !certificates.isEmpty else { throw .noCertificates }
    self.certificates = certificates
  }
}
