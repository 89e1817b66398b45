internal import GRDB
internal import Leaves
internal import Transparency

/// A sealed field that is gone was erased: a later event names it. And what an event names is gone.
struct ErasureCheck {
  private struct Field: Hashable, Comparable {
    let position: Int
    let digest: String

    static func < (left: Field, right: Field) -> Bool {
      (left.position, left.digest) < (right.position, right.digest)
    }
  }

  /// How the types of such events begin; nil where nobody said, and then a key that is marked as destroyed will do.
  private let erasure: String?
  /// Digests that stand in a leaf and nowhere else.
  private var missing: Set<Field> = []
  /// What events name, with the position of the event.
  private var covered: [Field: Int] = [:]

  init(erasure: String?) { self.erasure = erasure }

  mutating func note(_ leaf: Leaf) {
    guard let erasure, leaf.type.hasPrefix(erasure) else { return }
    for cover in leaf.covers {
      for digest in cover.digests { covered[Field(position: cover.position, digest: digest)] = leaf.position }
    }
  }

  mutating func note(missing digests: Set<String>, at position: Int) {
    for digest in digests { missing.insert(Field(position: position, digest: digest)) }
  }

  func finish(_ database: Database, _ report: inout VerificationReport) throws(LogError) {
    let isToldOtherwise = erasure == nil ? try hasDestroyedKeys(database) : false
    for field in missing.sorted() {
      if isToldOtherwise || covered[field].map({ $0 > field.position }) == true {
        report.erasedFields += 1
      } else {
        report.note(.sealedMissing, at: field.position)
      }
    }
    for field in covered.keys.sorted() where !missing.contains(field) {
      let query = try Query(database, "SELECT 1 FROM vault WHERE id >= ? AND id < ? AND digest = ?")
      try query.bind(1, Vault.id(position: field.position, ordinal: 0))
      try query.bind(2, Vault.id(position: field.position + 1, ordinal: 0))
      try query.bind(3, blob: Base64URL.decode(field.digest) ?? [])
      if try query.step() { report.note(.sealedKept, at: field.position) }
    }
  }

  private func hasDestroyedKeys(_ database: Database) throws(LogError) -> Bool {
    let query = try Query(database, "SELECT 1 FROM sealing_key WHERE destroyed IS NOT NULL LIMIT 1")
    return try query.step()
  }
}
