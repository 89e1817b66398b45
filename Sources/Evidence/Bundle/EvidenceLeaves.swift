package import Leaves
internal import StrictJSON

/// The types of event that evidence rests on.
enum EvidenceType {
  static let exported = "bundle.exported.v1"
  static let anchored = "checkpoint.anchored.v1"
  static let rotated = "log-key.rotated.v1"
  static let erased = "subject-key.destroyed.v1"
}

extension Leaf {
  var factsJSON: JSON? { try? JSON(parsing: Array(facts)) }
}

/// `bundle.exported`: where each stream ended just before it.
struct BundleExport {
  let cohort: String
  let person: String?
  let streams: [BundleManifest.Stream]

  init?(_ leaf: Leaf) {
    guard let facts = leaf.factsJSON, let cohort = facts["cohort"]?.string, let streams = facts["streams"]?.array else {
      return nil
    }
    self.cohort = cohort
    person = facts["person"]?.string
    self.streams = streams.compactMap { stream in
      guard let name = stream["stream"]?.string, let count = stream["count"]?.natural,
        let head = stream["head"]?.string
      else { return nil }
      return BundleManifest.Stream(name: name, count: count, head: head)
    }
    guard self.streams.count == streams.count else { return nil }
  }
}

/// `checkpoint.anchored`: what somebody outside signed of an earlier checkpoint.
package struct AnchoredLeaf: Sendable {
  /// Of the event itself.
  package let position: Int
  /// Of the checkpoint, in leaves.
  package let size: Int
  package let name: String
  /// The checkpoint as the log signed it.
  package let note: String
  /// A witness's signature line, without its new line.
  package let cosignature: String?
  /// A time-stamp response in base64.
  package let timestamp: String?

  package init?(_ leaf: Leaf) {
    guard leaf.type == EvidenceType.anchored, let facts = leaf.factsJSON, let size = facts["size"]?.natural,
      let name = facts["name"]?.string, let note = facts["note"]?.string
    else { return nil }
    position = leaf.position
    self.size = size
    self.name = name
    self.note = note
    cosignature = facts["cosignature"]?.string
    timestamp = facts["timestamp"]?.string
  }
}
