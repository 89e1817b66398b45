internal import Leaves
internal import StrictJSON
internal import Transparency

/// One walk over the leaves of a bundle in order of position: each by itself, against the tree, and against those before it in
/// its stream.
struct LeafWalk {
  struct End {
    var count = 0
    var digest = ""
    var last = 0
  }

  private let manifest: BundleManifest
  private let tree: BundleTree
  private let isKnown: (@Sendable (Leaf) -> Bool)?
  /// Whether each stream is here from its first leaf on.
  private let hasStreams: Bool
  private var recorded = Int64.min
  private var position = -1
  private(set) var count = 0
  private(set) var ends: [String: End] = [:]
  /// The same, as they stood just before the event of this export.
  private(set) var endsAtExport: [String: End]?
  private(set) var exported: BundleExport?
  private(set) var anchored: [AnchoredLeaf] = []
  private(set) var rotations: [(position: Int, rotation: KeyRotation, signature: String, proof: String)] = []
  private(set) var times: [RecordedTime] = []

  init(_ manifest: BundleManifest, _ tree: BundleTree, isKnown: (@Sendable (Leaf) -> Bool)?) {
    self.manifest = manifest
    self.tree = tree
    self.isKnown = isKnown
    hasStreams = manifest.person == nil
  }

  mutating func take(_ position: Int, _ bytes: [UInt8], _ report: inout BundleReport) {
    count += 1
    defer { self.position = max(self.position, position) }
    if position <= self.position { report.note(.leaves, .leafMisplaced, at: position) }
    if tree.leaf(position) != TreeHash.leaf(bytes) { report.note(.leaves, .leafDiffers, at: position) }
    guard (try? JSON(parsing: bytes))?.canonical() == bytes else {
      return report.note(.leaves, .leafMalformed, at: position)
    }
    do {
      try bytes.withLeaf(at: position) { take($0, &report) }
    } catch {
      report.note(.leaves, (error as? LeafError)?.flaw == .misplaced ? .leafMisplaced : .leafMalformed, at: position)
    }
  }

  private mutating func take(_ leaf: Leaf, _ report: inout BundleReport) {
    let position = leaf.position
    if !leaf.originBytes.elementsEqual(manifest.origin.utf8) { report.note(.leaves, .originDiffers, at: position) }
    if leaf.simulated != manifest.simulated { report.note(.leaves, .simulationDiffers, at: position) }
    if leaf.recorded < recorded { report.note(.times, .timeBackwards, at: position) }
    recorded = max(recorded, leaf.recorded)
    times.append(RecordedTime(position: position, milliseconds: leaf.recorded))
    if let isKnown, !isKnown(leaf) { report.note(.types, .typeUnknown, at: position) }
    takeEvidence(leaf)
    if hasStreams { chain(leaf, &report) }
  }

  private mutating func chain(_ leaf: Leaf, _ report: inout BundleReport) {
    let stream = leaf.stream
    let end = ends[stream] ?? End()
    if leaf.revision != end.count {
      report.note(.streams, .revisionBroken, at: leaf.position)
    } else if leaf.revision > 0, leaf.previous != end.digest {
      report.note(.streams, .previousDiffers, at: leaf.position)
    }
    ends[stream] = End(count: leaf.revision + 1, digest: LeafDigest(of: leaf.bytes).text, last: leaf.position)
  }

  /// What the stream `record` says of evidence.
  private mutating func takeEvidence(_ leaf: Leaf) {
    switch leaf.type {
    case EvidenceType.exported where leaf.position == manifest.exported:
      endsAtExport = ends
      exported = BundleExport(leaf)
    case EvidenceType.anchored:
      if let anchor = AnchoredLeaf(leaf) { anchored.append(anchor) }
    case EvidenceType.rotated:
      let facts = leaf.factsJSON
      guard let previous = facts?["previous"]?.string, let key = facts?["key"]?.string else { return }
      rotations.append(
        (
          leaf.position, KeyRotation(origin: manifest.origin, previous: previous, key: key),
          facts?["signature"]?.string ?? "", facts?["proof"]?.string ?? ""
        ))
    default: break
    }
  }
}
