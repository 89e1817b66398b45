internal import Transparency

/// A checkpoint that binds the tree at an earlier size, by somebody's word who is not the bundle.
struct Reference {
  let size: Int
  /// Whether the tree agrees with it.
  let agrees: Bool
  /// When it was signed, by each word that is trusted: milliseconds since 1970.
  let times: [Int64]
}

extension [Reference] {
  /// Up to here somebody vouches for the leaves, before a size at which the tree differs.
  func vouched(before size: Int) -> Int { filter { $0.agrees && $0.size < size }.map(\.size).max() ?? 0 }
}

/// The checkpoints that the auditor has from elsewhere are of this tree.
enum KnownCheck {
  static func check(
    _ known: [SignedNote], _ keys: LogKeys, _ tree: BundleTree, _ references: [Reference],
    _ report: inout BundleReport
  ) {
    guard !known.isEmpty else { return report.skipped(.known, .nothingKnown) }
    report.looked(.known, at: known.count)
    var references = references
    let checkpoints = known.compactMap { note -> Checkpoint? in
      guard keys.haveSigned(note), let checkpoint = try? Checkpoint(parsing: note.text) else {
        report.note(.known, .knownUnsigned)
        return nil
      }
      return checkpoint
    }
    for checkpoint in checkpoints.sorted(by: { $0.size < $1.size }) {
      guard checkpoint.size <= tree.size else {
        // The log was longer than it is now.
        report.note(.known, .knownLarger, at: tree.size)
        continue
      }
      let agrees = tree.root(size: checkpoint.size) == checkpoint.root
      if !agrees { report.note(.known, .knownDiffers, at: references.vouched(before: checkpoint.size)) }
      references.append(Reference(size: checkpoint.size, agrees: agrees, times: []))
    }
  }
}
