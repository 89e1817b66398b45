internal import GRDB
internal import Leaves

/// A sealed field that is gone was erased: its key is marked destroyed, and an event of that very moment says so.
struct ErasureCheck {
  private let erasure: String?
  /// Digests that stand in a leaf and nowhere else, in order of position.
  private var missing: [(position: Int, count: Int)] = []
  /// Events that say that a key was destroyed: recorded when, and where.
  private var events: [Int64: Int] = [:]

  init(erasure: String?) { self.erasure = erasure }

  mutating func note(_ leaf: Leaf) {
    if let erasure, leaf.type.hasPrefix(erasure) { events[leaf.recorded] = leaf.position }
  }

  mutating func note(missing count: Int, at position: Int) {
    if count > 0 { missing.append((position, count)) }
  }

  /// A leaf does not say whose a digest is; so any field may belong to any key that went after it.
  func finish(_ database: Database, _ report: inout VerificationReport) throws(LogError) {
    let query = try Query(database, "SELECT destroyed FROM sealing_key WHERE destroyed IS NOT NULL")
    var last = -1
    while try query.step() { last = max(last, erasure == nil ? .max : events[query.integer(0)] ?? -1) }
    for (position, count) in missing.sorted(by: { $0.position < $1.position }) {
      if position < last { report.erasedFields += count } else { report.note(.sealedMissing, at: position) }
    }
  }
}
