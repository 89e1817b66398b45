import EventLog
import Evidence
import Leaves
import Transparency

/// The contents of a bundle, made of a log that no service holds open.
enum LogBundle {
  /// A cohort's bundle.
  /// - Parameter withholds: whether a disclosure of an owner is left out of it.
  static func made(
    in state: String, origin: String, cohort: String = "2027",
    withholding withholds: (_ owner: UInt64?, _ name: String) -> Bool = { _, _ in false }
  ) throws -> Bundle {
    let log = try EventLog(opening: LogSettings(folder: state, origin: origin, simulated: true), create: false)
    let reader = log.reader()
    var bundle = Bundle()
    bundle.manifest.origin = origin
    bundle.manifest.size = log.size
    bundle.manifest.root = try reader.root(size: log.size)
    bundle.manifest.keys = [log.verifierKey]
    bundle.manifest.cohort = cohort
    bundle.manifest.simulated = true
    bundle.manifest.exported = log.size
    let streams: Set = ["cohort/\(cohort)", "organisation", "record"]
    try reader.scan { bytes, position in
      guard streams.contains(try Leaf(bytes, position: position).stream) else { return }
      bundle.leaves.append(Bundle.Leaf(position: position, bytes: Array(bytes)))
    }
    let positions = bundle.leaves.map(\.position)
    try reader.opened(at: positions) { index, fields in
      bundle.sealed += fields.map { line(of: $0, at: positions[index], withholds) }
    }
    return bundle
  }

  /// What is about one person of it, as that person's part would have it: by the subject of the leaf.
  static func part(of bundle: Bundle, about person: String) throws -> Bundle {
    var part = bundle
    part.manifest.person = person
    part.leaves = try bundle.leaves.filter { leaf in
      try leaf.bytes.withLeaf(at: leaf.position) { $0.subject == person }
    }
    let positions = Set(part.leaves.map(\.position))
    part.sealed = bundle.sealed.filter { positions.contains($0.position) }
    return part
  }

  private static func line(
    of field: OpenedField, at position: Int, _ withholds: (UInt64?, String) -> Bool
  ) -> Bundle.SealedLine {
    let content: Bundle.SealedLine.Content
    switch field.content {
    case .withheld(.otherAudience): content = .withheld(.audience)
    case .withheld(.erased): content = .withheld(.erased)
    case .disclosed(let disclosure):
      content = withholds(field.subject, disclosure.name) ? .withheld(.audience) : .disclosed(disclosure.encoded)
    }
    return Bundle.SealedLine(position: position, digest: field.digest, content: content)
  }
}
