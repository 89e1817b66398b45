package import Evidence
internal import History
internal import Leaves
internal import TalentDomain

/// What is known of the proofs of a bundle's leaves when its page is made.
package struct PageProofs: Sendable {
  /// A checkpoint that somebody outside has signed.
  package struct Anchor: Sendable, Hashable {
    /// Of the checkpoint, in leaves: those at smaller positions are covered.
    package let size: Int
    /// When, by the word of whoever signed it: milliseconds since 1970 (UTC).
    package let time: Int64
    package let name: String

    package init(size: Int, time: Int64, name: String) {
      self.size = size
      self.time = time
      self.name = name
    }
  }

  /// Positions of the leaves whose proof leads to the root of the bundle's checkpoint.
  package var proven: Set<Int>
  /// In order of size, and of time among those of one size.
  package let anchors: [Anchor]

  package init(proven: Set<Int>, anchors: [Anchor]) {
    self.proven = proven
    self.anchors = anchors.sorted { ($0.size, $0.time, $0.name) < ($1.size, $1.time, $1.name) }
  }

  /// All leaves proven, and the anchors that the leaves themselves name. A person's part holds no such leaves: there the
  /// anchors come from its files.
  package init(provingAll bundle: Bundle) {
    var anchors: [Anchor] = []
    for leaf in bundle.leaves {
      let anchored = try? leaf.bytes.withLeaf(at: leaf.position) { view in
        view.type == "\(CheckpointAnchored.type)" ? try fact(of: view) as? CheckpointAnchored : nil
      }
      guard let anchored else { continue }
      anchors.append(
        Anchor(size: anchored.size, time: anchored.time.milliseconds, name: anchored.name.value))
    }
    self.init(proven: Set(bundle.leaves.map(\.position)), anchors: anchors)
  }

  /// The smallest anchored checkpoint that covers a position, which is the earliest word from outside that it was there.
  func anchor(covering position: Int) -> Anchor? { anchors.first { $0.size > position } }
}
