package import Crypto

/// The name of a log, as its checkpoints and its key carry it: printable ASCII without spaces and plus signs, by custom an
/// address without its scheme, such as `talent.example.dk/2027`. At most 200 characters.
package struct LogOrigin: Sendable, Hashable {
  package let text: String

  package init?(_ text: String) {
    guard (1...200).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x2B }) else {
      return nil
    }
    self.text = text
  }
}

extension LogOrigin: CustomStringConvertible {
  package var description: String { text }
}

/// The key that signs a log's notes: Ed25519 (C2SP signed-note, type 0x01).
package struct NoteSigner: Sendable {
  package let origin: LogOrigin
  private let key: Curve25519.Signing.PrivateKey

  package init(origin: LogOrigin, key: Curve25519.Signing.PrivateKey) {
    self.origin = origin
    self.key = key
  }

  /// Nil unless the seed is 32 bytes.
  package init?(origin: LogOrigin, seed: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    self.init(origin: origin, key: key)
  }

  /// From its text `PRIVATE+KEY+name+hash+base64`, as Go's sumdb tools write it; nil for any other.
  package init?(skey: String) {
    let parts = skey.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY", let origin = LogOrigin(String(parts[2])) else {
      return nil
    }
    guard let encoded = Base64.decode(parts[4]), encoded.first == NoteAlgorithm.ed25519.rawValue else { return nil }
    self.init(origin: origin, seed: Array(encoded.dropFirst()))
    guard parts[3] == verifier.keyID.text else { return nil }
  }

  /// Secret: to be kept sealed, never logged.
  package var skey: String {
    let material = [NoteAlgorithm.ed25519.rawValue] + [UInt8](key.rawRepresentation)
    return "PRIVATE+KEY+\(origin)+\(verifier.keyID.text)+\(Base64.encode(material))"
  }

  package var verifier: NoteVerifier {
    NoteVerifier(name: origin.text, algorithm: .ed25519, key: key.publicKey)
  }

  /// An Ed25519 signature over a text that is no note: 64 bytes.
  package func signature(overStatement text: String) throws(NoteError) -> [UInt8] {
    try signature(over: text).bytes
  }

  /// A signature over the text of a note.
  func signature(over text: String) throws(NoteError) -> NoteSignature {
    guard let bytes = try? key.signature(for: Array(text.utf8)) else { throw .signingFailed }
    return NoteSignature(name: origin.text, keyID: verifier.keyID, bytes: [UInt8](bytes))
  }
}

/// What a key signs, by the byte that stands before its public half.
package enum NoteAlgorithm: UInt8, Sendable, Hashable {
  /// The note's text.
  case ed25519 = 0x01
  /// A witness's time and the note's text (C2SP tlog-cosignature).
  case cosignature = 0x04
}

/// The first four bytes of SHA-256(name ‖ newline ‖ algorithm ‖ public key): which key signed, not that it did.
package struct NoteKeyID: Sendable, Hashable {
  package let value: UInt32

  package init(_ value: UInt32) { self.value = value }

  init(name: String, algorithm: NoteAlgorithm, publicKey: [UInt8]) {
    let digest = Hash(of: Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey)
    value = UInt32(truncatingIfNeeded: digest.words.0 >> 32)
  }

  /// Eight lower-case hexadecimal digits.
  package var text: String { Hexadecimal.encode(bytes) }

  var bytes: [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
}

/// The public half of a key that signs notes.
package struct NoteVerifier: Sendable {
  package let name: String
  package let keyID: NoteKeyID
  package let algorithm: NoteAlgorithm
  private let key: Curve25519.Signing.PublicKey

  init(name: String, algorithm: NoteAlgorithm, key: Curve25519.Signing.PublicKey) {
    self.name = name
    self.algorithm = algorithm
    self.key = key
    keyID = NoteKeyID(name: name, algorithm: algorithm, publicKey: [UInt8](key.rawRepresentation))
  }

  /// From its text `name+hash+base64`; nil for any other, or for an algorithm other than Ed25519 notes and cosignatures.
  package init?(vkey: String) {
    let parts = vkey.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, NoteSignature.isKeyName(parts[0]), let encoded = Base64.decode(parts[2]) else { return nil }
    guard let algorithm = encoded.first.flatMap(NoteAlgorithm.init(rawValue:)),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: encoded.dropFirst())
    else { return nil }
    self.init(name: String(parts[0]), algorithm: algorithm, key: key)
    guard parts[1] == keyID.text else { return nil }
  }

  package var vkey: String {
    "\(name)+\(keyID.text)+\(Base64.encode([algorithm.rawValue] + publicKey))"
  }

  /// 32 bytes. Two keys of different names may have the same.
  package var publicKey: [UInt8] { [UInt8](key.rawRepresentation) }

  /// Whether a signature claims to be by this key.
  package func claims(_ signature: NoteSignature) -> Bool {
    keyID == signature.keyID && name.utf8.elementsEqual(signature.name.utf8)
  }

  /// Whether the bytes are an Ed25519 signature by this key over a text that is no note.
  package func verifies(_ signature: [UInt8], over text: String) -> Bool {
    algorithm == .ed25519 && key.isValidSignature(signature, for: Array(text.utf8))
  }

  func verifies(_ signature: NoteSignature, over text: String) -> Bool {
    switch algorithm {
    case .ed25519:
      return key.isValidSignature(signature.bytes, for: Array(text.utf8))
    case .cosignature:
      guard let time = signature.cosignedAt else { return false }
      let message = "cosignature/v1\ntime \(time)\n\(text)"
      return key.isValidSignature(Array(signature.bytes.dropFirst(8)), for: Array(message.utf8))
    }
  }
}
