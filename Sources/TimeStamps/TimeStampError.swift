/// Why a time-stamp is none that one can rely on.
package enum TimeStampError: Error, Hashable, Sendable {
  /// Longer than `TimeStamp.lengthLimit`, or not DER of RFC 3161's form.
  case malformed
  /// The authority answered, and gave no time-stamp: its status (RFC 3161, 2.4.2).
  case refused(status: Int)
  /// It stamps other bytes than these.
  case otherBytes
  /// It answers another request: the nonce is missing or another's.
  case otherNonce
  /// A digest or signature algorithm that is unknown here, or too weak.
  case unknownAlgorithm
  /// The signature is not by the certificate that comes with it, or there is none.
  case invalidSignature
  /// No path from the signer's certificate to a trusted one, valid at the time that is stamped and meant for time-stamping.
  case untrusted
  /// Not a file of certificates in PEM.
  case noCertificates
}

extension TimeStampError {
  /// For people, in both languages.
  package var sentences: (da: String, en: String) {
    switch self {
    case .malformed:
      ("tidsstemplet er ikke et svar efter RFC 3161", "the time-stamp is no response of RFC 3161")
    case .refused(let status):
      (
        "tidsstempelmyndigheden afviste (status \(status))", "the time-stamp authority refused (status \(status))"
      )
    case .otherBytes:
      (
        "tidsstemplet gælder noget andet end dette kontrolpunkt",
        "the time-stamp is over something else than this checkpoint"
      )
    case .otherNonce: ("tidsstemplet svarer på en anden anmodning", "the time-stamp answers another request")
    case .unknownAlgorithm:
      (
        "tidsstemplet bruger en algoritme, der ikke kendes her, eller som er for svag",
        "the time-stamp uses an algorithm that is unknown here, or too weak"
      )
    case .invalidSignature: ("tidsstemplets underskrift passer ikke", "the time-stamp's signature does not match")
    case .untrusted:
      (
        "intet af de givne certifikater står inde for den, der har stemplet",
        "none of the certificates given vouches for whoever stamped"
      )
    case .noCertificates:
      ("filen indeholder ingen certifikater (PEM)", "the file holds no certificates (PEM)")
    }
  }
}

extension TimeStampError: CustomStringConvertible {
  package var description: String { sentences.en }
}
