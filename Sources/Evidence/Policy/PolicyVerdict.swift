package import Transparency

/// What a policy says of one checkpoint with its cosignatures.
package struct PolicyVerdict: Sendable {
  package struct Cosignature: Sendable, Hashable {
    /// In the policy's `witnesses`.
    package let place: Int
    /// When it was made, in seconds since 1970, by the witness's word.
    package let time: Int64
  }

  /// Valid ones, in the order of the policy's witnesses.
  package internal(set) var cosignatures: [Cosignature] = []
  /// Witnesses whose key a signature claims that is not by it. Such a note is forged or damaged.
  package internal(set) var forged: [Int] = []
  /// Witnesses that have not cosigned.
  package internal(set) var missing: [Int] = []
  /// Whether enough have cosigned.
  package internal(set) var isMet = false

  /// By when enough had cosigned, in seconds since 1970: the time that the policy vouches for. Nil where it is not met, or
  /// asks for nobody.
  package internal(set) var time: Int64?
}

extension WitnessPolicy {
  /// Judges the cosignatures alone. Whether a log signed, and whether the checkpoint is the right one, are other questions.
  package func verdict(on note: SignedNote) -> PolicyVerdict {
    var verdict = PolicyVerdict()
    for (place, witness) in witnesses.enumerated() {
      do throws(NoteError) {
        let signature = try note.verified(by: [witness.verifier])[0]
        verdict.cosignatures.append(PolicyVerdict.Cosignature(place: place, time: signature.cosignedAt ?? 0))
      } catch {
        if error == .invalidSignature { verdict.forged.append(place) } else { verdict.missing.append(place) }
      }
    }
    // One forgery condemns the note, as everywhere.
    guard verdict.forged.isEmpty else { return verdict }
    var agreed: Set<Int> = []
    verdict.isMet = quorum.isMet(by: agreed)
    for cosignature in verdict.cosignatures.sorted(by: { $0.time < $1.time }) where !verdict.isMet {
      agreed.insert(cosignature.place)
      verdict.isMet = quorum.isMet(by: agreed)
      if verdict.isMet { verdict.time = cosignature.time }
    }
    return verdict
  }
}
