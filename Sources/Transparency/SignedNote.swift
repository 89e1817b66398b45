package enum NoteError: Error, Hashable, Sendable {
  /// Longer than 1 MiB, or with more than 100 signatures.
  case tooLarge
  /// Not UTF-8, with control characters, or not text, blank line, signature lines.
  case malformedNote
  /// The text is not that of a checkpoint.
  case malformedCheckpoint
  /// None of the keys that one trusts has signed.
  case noKnownSignature
  /// A signature claims to be by a key that one trusts, and is not.
  case invalidSignature
  /// The checkpoint is of another log than the key that signed it.
  case wrongOrigin
  case signingFailed
}

extension NoteError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLarge: "The note is longer than 1 MiB or has more than 100 signatures"
    case .malformedNote: "The note is not written in the signed-note format"
    case .malformedCheckpoint: "The note's text is not a checkpoint"
    case .noKnownSignature: "The note bears no signature of a key that is trusted here"
    case .invalidSignature: "A signature that claims a trusted key does not match the note"
    case .wrongOrigin: "The checkpoint is of another log than the key that signed it"
    case .signingFailed: "The key could not sign the note"
    }
  }
}

/// One signature line of a note.
package struct NoteSignature: Sendable {
  package let name: String
  package let keyID: NoteKeyID
  /// Without the key id: 64 bytes of Ed25519; for a cosignature 8 bytes of time before them.
  package let bytes: [UInt8]

  package init(name: String, keyID: NoteKeyID, bytes: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.bytes = bytes
  }

  /// For a cosignature: when it was made, in seconds since 1970. Believe it only once the signature is verified.
  package var cosignedAt: Int64? {
    guard bytes.count == 72 else { return nil }
    return Int64(exactly: bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// Neither empty, nor with white space or plus signs.
  static func isKeyName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 }
  }

  /// The whole line, newline included.
  package var line: String { "— \(name) \(Base64.encode(keyID.bytes + bytes))\n" }

  /// Nil unless it is a signature line, without its newline.
  package init?(line: some StringProtocol) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "—", NoteSignature.isKeyName(parts[1]), let encoded = Base64.decode(parts[2]),
      encoded.count > 4
    else { return nil }
    let id = encoded.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    self.init(name: String(parts[1]), keyID: NoteKeyID(id), bytes: Array(encoded.dropFirst(4)))
  }
}

/// Text with signatures below it (C2SP signed-note). The text means nothing until `verified(by:)` has been asked.
package struct SignedNote: Sendable {
  /// Ends with a newline.
  package let text: String
  package private(set) var signatures: [NoteSignature]

  package static let lengthLimit = 1 << 20
  package static let signatureLimit = 100

  package init(text: String, signedBy signers: [NoteSigner]) throws(NoteError) {
    guard text.utf8.count <= SignedNote.lengthLimit, signers.count <= SignedNote.signatureLimit else { throw .tooLarge }
    guard SignedNote.isText(text), !signers.isEmpty else { throw .malformedNote }
    self.text = text
    signatures = []
    for signer in signers { signatures.append(try signer.signature(over: text)) }
  }

  /// Reads the format strictly; looks at no signature yet.
  package init(parsing bytes: [UInt8]) throws(NoteError) {
    guard bytes.count <= SignedNote.lengthLimit else { throw .tooLarge }
    guard let note = String(validating: bytes, as: UTF8.self) else { throw .malformedNote }
    // The last blank line parts text and signatures.
    guard let blank = bytes.indices.dropFirst().last(where: { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }) else {
      throw .malformedNote
    }
    let split = note.utf8.index(note.utf8.startIndex, offsetBy: blank)
    let text = String(note[..<split])
    var lines = note[note.utf8.index(after: split)...].unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    guard SignedNote.isText(text), lines.popLast()?.isEmpty == true, !lines.isEmpty else { throw .malformedNote }
    guard lines.count <= SignedNote.signatureLimit else { throw .tooLarge }
    self.text = text
    signatures = []
    for line in lines {
      guard let signature = NoteSignature(line: Substring(line)) else { throw .malformedNote }
      signatures.append(signature)
    }
  }

  package var bytes: [UInt8] { Array((text + "\n" + signatures.map(\.line).joined()).utf8) }

  /// Adds a signature made elsewhere, such as a witness's.
  package mutating func add(_ signature: NoteSignature) throws(NoteError) {
    guard signatures.count < SignedNote.signatureLimit else { throw .tooLarge }
    guard NoteSignature.isKeyName(signature.name), !signature.bytes.isEmpty else { throw .malformedNote }
    signatures.append(signature)
  }

  /// The signatures by keys among `verifiers`, one a key at most, all of them valid and at least one. Signatures of unknown
  /// keys are passed over. An invalid one that claims a known key condemns the whole note.
  @discardableResult
  package func verified(by verifiers: [NoteVerifier]) throws(NoteError) -> [NoteSignature] {
    var verified: [NoteSignature] = []
    for (place, verifier) in verifiers.enumerated() {
      // A key that is named twice counts once, or a quorum of witnesses could be met by one.
      if verifiers[..<place].contains(where: { $0.vkey == verifier.vkey }) { continue }
      let claimed = signatures.filter(verifier.claims)
      guard claimed.allSatisfy({ verifier.verifies($0, over: text) }) else { throw .invalidSignature }
      if let signature = claimed.first { verified.append(signature) }
    }
    guard !verified.isEmpty else { throw .noKnownSignature }
    return verified
  }

  private static func isText(_ text: String) -> Bool {
    text.utf8.last == 0x0A && text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
  }
}

extension SignedNote: Equatable {
  package static func == (left: SignedNote, right: SignedNote) -> Bool { left.bytes == right.bytes }
}
