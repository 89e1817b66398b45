internal import Leaves
internal import StrictJSON
internal import Transparency

/// The keys by which a log is known: those that were given, and those that a rotation ties to them. A rotation is signed by
/// both keys, so that either vouches for the other.
struct LogKeys {
  let verifiers: [NoteVerifier]
  /// Verifier keys that a rotation made known, or that were given.
  let accepted: Set<String>

  init(_ given: [NoteVerifier], _ bundle: Bundle, origin: String) {
    var rotations: [KeyRotation] = []
    // Rotations are few, and the only leaves that are looked at before the tree is known to hold: their own signatures are
    // what counts.
    for leaf in bundle.leaves {
      let rotation = try? leaf.bytes.withLeaf(at: leaf.position) { leaf in
        leaf.type == EvidenceType.rotated ? leaf.factsJSON : nil
      }
      guard let facts = rotation ?? nil, let previous = facts["previous"]?.string, let key = facts["key"]?.string,
        let signature = facts["signature"]?.string, let proof = facts["proof"]?.string
      else { continue }
      let signed = KeyRotation(origin: origin, previous: previous, key: key)
      if signed.isSigned(previous: signature, key: proof) { rotations.append(signed) }
    }
    var accepted = Set(given.map(\.vkey))
    var grows = true
    while grows {
      let before = accepted.count
      for rotation in rotations where accepted.contains(rotation.previous) || accepted.contains(rotation.key) {
        accepted.formUnion([rotation.previous, rotation.key])
      }
      grows = accepted.count > before
    }
    self.accepted = accepted
    verifiers = accepted.sorted().compactMap { NoteVerifier(vkey: $0) }
  }

  /// Whether one of them at least signed a note, and none of them is claimed in vain.
  func haveSigned(_ note: SignedNote) -> Bool { (try? note.verified(by: verifiers)) != nil }
}
