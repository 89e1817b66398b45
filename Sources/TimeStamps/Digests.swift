internal import Crypto
internal import SwiftASN1
internal import X509

/// The algorithms that are strong enough to be believed.
enum Digests {
  static func make(_ algorithm: ASN1ObjectIdentifier, of bytes: ArraySlice<UInt8>) throws(TimeStampError) -> [UInt8] {
    switch algorithm {
    case ObjectID.sha256: Array(SHA256.hash(data: bytes))
    case ObjectID.sha384: Array(SHA384.hash(data: bytes))
    case ObjectID.sha512: Array(SHA512.hash(data: bytes))
    default: throw .unknownAlgorithm
    }
  }

  /// RSA is often named without its digest, which then stands beside it.
  static func signature(
    _ algorithm: ASN1ObjectIdentifier, digest: ASN1ObjectIdentifier
  ) throws(TimeStampError) -> Certificate.SignatureAlgorithm {
    switch (algorithm, digest) {
    case (ObjectID.rsa, ObjectID.sha256), (ObjectID.rsaWithSHA256, ObjectID.sha256): .sha256WithRSAEncryption
    case (ObjectID.rsa, ObjectID.sha384), (ObjectID.rsaWithSHA384, ObjectID.sha384): .sha384WithRSAEncryption
    case (ObjectID.rsa, ObjectID.sha512), (ObjectID.rsaWithSHA512, ObjectID.sha512): .sha512WithRSAEncryption
    case (ObjectID.ecdsaWithSHA256, ObjectID.sha256): .ecdsaWithSHA256
    case (ObjectID.ecdsaWithSHA384, ObjectID.sha384): .ecdsaWithSHA384
    case (ObjectID.ecdsaWithSHA512, ObjectID.sha512): .ecdsaWithSHA512
    case (ObjectID.ed25519, ObjectID.sha512): .ed25519
    default: throw .unknownAlgorithm
    }
  }
}
