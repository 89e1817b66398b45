package import Transparency

/// Why a line below a checkpoint is no cosignature that a policy counts.
package enum CosignatureFault: Error, Hashable, Sendable {
  /// Not a signature line of a signed note.
  case malformed
  /// By no witness of the policy.
  case unknownWitness
  /// It claims a witness of the policy, and is not by it, or is over another checkpoint.
  case forged
}

extension CosignatureFault {
  /// For people, in both languages.
  package var sentences: (da: String, en: String) {
    switch self {
    case .malformed:
      ("linjen er ikke en underskrift efter signed-note", "the line is no signature of the signed-note format")
    case .unknownWitness: ("vidnet står ikke i politikken", "the witness does not stand in the policy")
    case .forged:
      ("underskriften passer ikke til kontrolpunktet", "the signature does not match the checkpoint")
    }
  }
}

/// A cosignature that holds.
package struct Witnessing: Sendable, Hashable {
  /// In the policy's `witnesses`.
  package let place: Int
  /// The name in the cosignature.
  package let name: String
  /// When, in milliseconds since 1970, by the witness's word.
  package let milliseconds: Int64
}

extension WitnessPolicy {
  /// Whether a line is a cosignature of one of the policy's witnesses over a checkpoint.
  /// - Parameter line: without its newline.
  package func witnessing(_ line: String, of note: SignedNote) throws(CosignatureFault) -> Witnessing {
    guard let signature = NoteSignature(line: line) else { throw .malformed }
    guard let place = place(of: signature) else { throw .unknownWitness }
    guard var cosigned = try? SignedNote(parsing: note.bytes), (try? cosigned.add(signature)) != nil,
      (try? cosigned.verified(by: [witnesses[place].verifier])) != nil,
      // A cosignature without a time says nothing of when, and must have one (tlog-witness).
      let seconds = signature.cosignedAt, (1...9_999_999_999).contains(seconds)
    else { throw .forged }
    return Witnessing(place: place, name: signature.name, milliseconds: seconds * 1000)
  }

  /// The witness that a signature claims to be by.
  package func place(of signature: NoteSignature) -> Int? {
    witnesses.firstIndex { $0.verifier.claims(signature) }
  }
}
