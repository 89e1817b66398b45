import EventLog
import Evidence
import History
import Leaves
import TalentDomain
import Transparency

/// The leaves of a bundle, and what stands sealed beside them, as far as its receiver may see it.
struct Gathered {
  private(set) var leaves: [Bundle.Leaf] = []
  private(set) var sealed: [Bundle.SealedLine] = []
  private(set) var anchors: [AnchoredLeaf] = []
  private(set) var types: Set<String> = []
  private(set) var streams: [BundleManifest.Stream] = []
  private var opened: [String: Set<Alias>] = [:]

  /// Whose personal data was opened, by stream.
  var accesses: [(stream: String, people: [Alias])] {
    opened.map { ($0.key, $0.value.sorted()) }.sorted { $0.0 < $1.0 }
  }

  init(_ reader: LogReader, receiver: Receiver, cohort: Code, size: Int) throws {
    for stream in [Stream.cohort(cohort), Stream.organisation, Stream.record] {
      var last: (count: Int, head: String)?
      try reader.scan(stream: stream, upToPosition: size) { bytes, position in
        let leaf = try Leaf(bytes, position: position)
        last = (leaf.revision + 1, LeafDigest(of: bytes).text)
        try take(leaf, stream, receiver)
      }
      if let last { streams.append(BundleManifest.Stream(name: stream, count: last.count, head: last.head)) }
    }
    leaves.sort { $0.position < $1.position }
    try open(reader, receiver)
  }

  private mutating func take(_ leaf: Leaf, _ stream: String, _ receiver: Receiver) throws {
    if let anchor = AnchoredLeaf(leaf) { anchors.append(anchor) }
    let type = leaf.type
    // How one key of the log vouches for the next belongs to every bundle: it concerns nobody.
    let isRotation = type == "\(LogKeyRotated.type)"
    guard try isRotation || receiver.wants(stream, type, subject: leaf.alias(leaf.subject)) else { return }
    leaves.append(Bundle.Leaf(position: leaf.position, bytes: Array(leaf.bytes)))
    types.insert(type)
  }

  private mutating func open(_ reader: LogReader, _ receiver: Receiver) throws {
    let positions = try leaves.filter { leaf in
      try leaf.bytes.withLeaf(at: leaf.position) { !$0.digests.isEmpty }
    }
    try reader.opened(at: positions.map(\.position)) { index, fields in
      let (stream, subject, author) = try positions[index].bytes.withLeaf(at: positions[index].position) { leaf in
        (leaf.stream, try leaf.alias(leaf.subject), try leaf.alias(leaf.behalf) ?? leaf.actorAlias ?? .none)
      }
      for field in fields.sorted(by: { $0.digest < $1.digest }) {
        let content = content(field, stream, subject, author, receiver)
        if case .disclosed = content {
          opened[stream, default: []].insert(receiver.person(of: field, subject: subject, in: stream))
        }
        sealed.append(Bundle.SealedLine(position: field.position, digest: field.digest, content: content))
      }
    }
  }

  private func content(
    _ field: OpenedField, _ stream: String, _ subject: Alias?, _ author: Alias, _ receiver: Receiver
  ) -> Bundle.SealedLine.Content {
    guard field.disclosure != nil else { return .withheld(.erased) }
    return receiver.shown(field, subject: subject, author: author, in: stream).map { .disclosed($0.encoded) }
      ?? .withheld(.audience)
  }
}
