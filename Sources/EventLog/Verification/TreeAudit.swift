internal import GRDB
internal import Transparency

/// Grows the tree anew from the leaves and holds what is stored of it against that: tiles, right edge, checkpoints.
struct TreeAudit {
  /// As stored.
  let edge: Frontier
  private let verifiers: [NoteVerifier]
  private let storedCheckpoints: Int
  private var frontier = Frontier()
  /// In order of size; the next one to meet is first.
  private var checkpoints: ArraySlice<(SignedCheckpoint, ordinal: Int)>
  private var met = 0
  /// A leaf is missing: no root beyond it can be known.
  private var isBroken = false
  private var tile: (level: Int, number: Int, hashes: [Hash])?
  /// Up to here a checkpoint in the log says what the leaves say.
  private var vouched = 0
  private var known: KnownCheckpoints

  init(
    _ database: Database, _ keys: SigningKeys, _ known: KnownCheckpoints, _ report: inout VerificationReport
  ) throws(LogError) {
    self.known = known
    do throws(LogError) {
      edge = try Head.storedEdge(database)
    } catch {
      edge = Frontier()
      report.note(.frontierDiffers, at: nil)
    }
    storedCheckpoints = Int(try database.number("SELECT checkpoints FROM frontier WHERE id = 0") ?? 0)
    checkpoints = try Checkpoints.all(database)[...]
    verifiers = keys.verifiers
    report.checkpoints = checkpoints.count
    report.newestCheckpoint = checkpoints.last?.0
  }

  mutating func skip(_ position: Int, _ report: inout VerificationReport) {
    isBroken = true
    report.note(.leafMissing, at: position)
  }

  /// Takes the stored hash: whether the bytes have it, another check says, so that one changed leaf is one finding.
  mutating func append(
    _ leaf: StoredLeaf, _ database: Database, _ report: inout VerificationReport
  ) throws(LogError) {
    if leaf.position >= edge.size { report.note(.frontierDiffers, at: leaf.position) }
    guard !isBroken else { return }
    var nodes: [(level: Int, index: Int, hash: Hash)] = []
    frontier.append(leaf.hash ?? TreeHash.leaf(leaf.bytes)) { level, index, hash in
      if level > 0, level.isMultiple(of: 8) { nodes.append((level / 8, index, hash)) }
    }
    for node in nodes {
      if try storedHash(node.level, node.index, database) != node.hash {
        let width = 8 * node.level
        report.note(.tileDiffers, over: (node.index << width)..<((node.index + 1) << width))
      }
    }
    known.meet(frontier, &report)
    while let (checkpoint, ordinal) = checkpoints.first, checkpoint.size <= frontier.size {
      checkpoints.removeFirst()
      check(checkpoint, ordinal, &report)
    }
  }

  private mutating func storedHash(_ level: Int, _ index: Int, _ database: Database) throws(LogError) -> Hash? {
    if tile?.level != level || tile?.number != index >> 8 {
      tile = (level, index >> 8, try Tiles.load(database, level: level, number: index >> 8) ?? [])
    }
    guard let hashes = tile?.hashes, index & 255 < hashes.count else { return nil }
    return hashes[index & 255]
  }

  private mutating func check(_ checkpoint: SignedCheckpoint, _ ordinal: Int, _ report: inout VerificationReport) {
    let position = max(checkpoint.size - 1, 0)
    if ordinal != met { report.note(.checkpointMissing, at: position) }
    met = ordinal + 1
    guard let root = try? Checkpoints.verifiedRoot(checkpoint, verifiers: verifiers) else {
      return report.note(.checkpointInvalid, at: position)
    }
    // What changed may be any leaf since the last checkpoint that agrees.
    guard root == frontier.root else { return report.note(.checkpointDiffers, over: vouched..<max(checkpoint.size, 1)) }
    vouched = checkpoint.size
  }

  mutating func finish(_ database: Database, _ report: inout VerificationReport) throws(LogError) {
    report.size = frontier.size
    report.root = frontier.root
    if !isBroken, frontier != edge { report.note(.frontierDiffers, over: firstDifference..<Int.max) }
    if !isBroken { known.finish(size: frontier.size, &report) }
    // What is signed for a size that the leaves do not reach.
    for (checkpoint, ordinal) in checkpoints {
      if !isBroken { report.note(.leafMissing, at: frontier.size) }
      if (try? Checkpoints.verifiedRoot(checkpoint, verifiers: verifiers)) == nil {
        report.note(.checkpointInvalid, at: max(checkpoint.size - 1, 0))
      }
      if ordinal != met { report.note(.checkpointMissing, at: max(checkpoint.size - 1, 0)) }
      met = ordinal + 1
    }
    if met != storedCheckpoints { report.note(.checkpointMissing, at: nil) }
    let strays = try database.number("SELECT count(*) FROM tile") ?? 0
    if !isBroken, Int(strays) != Self.tileCount(frontier.size) { report.note(.tileDiffers, at: nil) }
  }

  /// Where the first subtree begins whose root is another than the stored one.
  private var firstDifference: Int {
    guard frontier.size == edge.size else { return min(frontier.size, edge.size) }
    var start = 0
    let levels = (0..<Int.bitWidth - 1).reversed().filter { edge.size >> $0 & 1 == 1 }
    for (index, level) in levels.enumerated() {
      if frontier.hashes[index] != edge.hashes[index] { break }
      start += 1 << level
    }
    return start
  }

  private static func tileCount(_ size: Int) -> Int {
    (1...TileCoordinates.highestLevel).reduce(0) { $0 + (size >> (8 * $1) + 255) >> 8 }
  }
}
