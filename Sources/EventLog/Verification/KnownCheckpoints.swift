package import Transparency

/// What whoever checks a log has from elsewhere and holds it against. Without it, a log that was rebuilt and signed anew with
/// its own key, or that is an old copy of itself, is as good as any.
package struct OutsideKnowledge: Sendable {
  /// The log's verifier keys; where there is none, the log's own word is taken.
  package var keys: [NoteVerifier] = []
  /// Checkpoints that were kept.
  package var checkpoints: [SignedNote] = []
  /// Numbers of events, to tell the root of the tree over so many: for whoever holds the log against a page of paper.
  package var sizes: [Int] = []
  /// How the type of an event begins that says that a key was destroyed; nil where no event need say so.
  package var erasure: String?
  /// The file of the credential that holds the master key; nil where `master.key` does.
  package var masterKeyCredential: String?

  package init() {}
}

/// The checkpoints from elsewhere, met one after the other while the tree grows.
struct KnownCheckpoints {
  /// In order of size; the next one to meet is first.
  private var waiting: ArraySlice<Checkpoint>
  private var sizes: ArraySlice<Int>
  /// Up to here they say what the leaves say.
  private var vouched = 0

  init(
    _ knowledge: OutsideKnowledge, _ meta: Meta, _ signing: SigningKeys, _ report: inout VerificationReport
  ) {
    let own = Set(signing.verifiers.map(\.vkey))
    if !knowledge.keys.isEmpty, !knowledge.keys.contains(where: { own.contains($0.vkey) }) {
      report.note(.keyUnknown, at: nil)
    }
    // Whichever of the log's keys one has, rotations tie the others to it.
    let keys = knowledge.keys + signing.verifiers
    var checkpoints: [Checkpoint] = []
    for note in knowledge.checkpoints {
      let verified = keys.lazy.compactMap { try? Checkpoint(verifying: note, by: $0) }.first
      guard let verified, verified.origin.text == meta.origin else {
        report.note(.knownInvalid, at: nil)
        continue
      }
      checkpoints.append(verified)
    }
    sizes = knowledge.sizes.sorted()[...]
    waiting = checkpoints.sorted { $0.size < $1.size }.drop { $0.size == 0 }
    report.knownCheckpoints = waiting.count
  }

  mutating func meet(_ frontier: Frontier, _ report: inout VerificationReport) {
    while let size = sizes.first, size <= frontier.size {
      sizes.removeFirst()
      if size == frontier.size { report.roots[size] = frontier.root }
    }
    while let checkpoint = waiting.first, checkpoint.size <= frontier.size {
      waiting.removeFirst()
      if checkpoint.root == frontier.root {
        vouched = checkpoint.size
      } else {
        report.note(.knownDiffers, over: vouched..<checkpoint.size)
      }
    }
  }

  /// Those that are left cover leaves that are not there.
  func finish(size: Int, _ report: inout VerificationReport) {
    if !waiting.isEmpty { report.note(.leafMissing, at: size) }
  }
}
