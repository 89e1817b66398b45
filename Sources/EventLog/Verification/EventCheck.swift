internal import GRDB
internal import Leaves
internal import StrictJSON
internal import Transparency

/// Each leaf by itself and against those before it in its stream.
struct EventCheck {
  private let meta: Meta
  private var recorded = Int64.min
  private var streams: [String: (next: Int, digest: String)] = [:]
  private var count = 0

  init(_ meta: Meta) { self.meta = meta }

  mutating func check(
    _ stored: StoredLeaf, _ database: Database, _ report: inout VerificationReport
  ) throws(LogError) {
    let position = stored.position
    count += 1
    if stored.hash != TreeHash.leaf(stored.bytes) { report.note(.leafChanged, at: position) }
    guard Self.isCanonical(stored.bytes) else { return report.note(.leafMalformed, at: position) }
    do throws(LogError) {
      try LogError.mapping { try stored.bytes.withLeaf(at: position) { try check($0, database, &report) } }
    } catch {
      guard case .corrupt(_, let flaw) = error else { throw error }
      report.note(flaw, at: position)
    }
  }

  private mutating func check(
    _ leaf: Leaf, _ database: Database, _ report: inout VerificationReport
  ) throws(LogError) {
    if !leaf.originBytes.elementsEqual(meta.origin.utf8) { report.note(.originDiffers, at: leaf.position) }
    if leaf.simulated != meta.simulated { report.note(.simulationDiffers, at: leaf.position) }
    if leaf.recorded < recorded { report.note(.timeBackwards, at: leaf.position) }
    recorded = max(recorded, leaf.recorded)
    let stream = leaf.stream
    let before = streams[stream]
    if leaf.revision != before?.next ?? 0 { report.note(.revisionBroken, at: leaf.position) }
    if leaf.previous != before?.digest { report.note(.previousDiffers, at: leaf.position) }
    streams[stream] = (leaf.revision + 1, LeafDigest(of: leaf.bytes).text)
    let query = try Query(
      database,
      "SELECT position FROM stream_leaf WHERE stream = (SELECT id FROM stream WHERE name = ?) AND revision = ?")
    try query.bind(1, stream)
    try query.bind(2, leaf.revision)
    if try !query.step() || Int(query.integer(0)) != leaf.position {
      report.note(.streamIndexDiffers, at: leaf.position)
    }
  }

  /// Written as RFC 8785 writes it, down to the facts.
  private static func isCanonical(_ bytes: [UInt8]) -> Bool {
    let limits = JSONLimits(maximumLength: LeafBytes.limit)
    guard let json = try? JSON(parsing: bytes, limits: limits) else { return false }
    return json.canonical() == bytes
  }

  func finish(_ database: Database, _ report: inout VerificationReport) throws(LogError) {
    report.streams = streams.count
    // Each leaf was found in the index; no more may be in it than there are leaves.
    let indexed = try database.number("SELECT count(*) FROM stream_leaf") ?? 0
    if Int(indexed) > count { report.note(.streamIndexDiffers, at: nil) }
  }
}
