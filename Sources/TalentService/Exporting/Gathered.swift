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
      let (stream, subject, actor) = try positions[index].bytes.withLeaf(at: positions[index].position) { leaf in
        (leaf.stream, try leaf.alias(leaf.subject), leaf.actorAlias ?? .none)
      }
      for field in fields.sorted(by: { $0.digest < $1.digest }) {
        let content = content(field, stream, subject, actor, receiver)
        if case .disclosed = content { opened[stream, default: []].insert(subject ?? .organisation) }
        sealed.append(Bundle.SealedLine(position: field.position, digest: field.digest, content: content))
      }
    }
  }

  private func content(
    _ field: OpenedField, _ stream: String, _ subject: Alias?, _ actor: Alias, _ receiver: Receiver
  ) -> Bundle.SealedLine.Content {
    guard let disclosure = field.disclosure else { return .withheld(.erased) }
    guard let audience = field.audience.flatMap({ Audience(rawValue: $0) }), let owner = field.subject,
      receiver.mayShow(audience, owner: Alias(bits: owner), subject: subject, actor: actor, in: stream)
    else { return .withheld(.audience) }
    return .disclosed(disclosure.encoded)
  }
}
