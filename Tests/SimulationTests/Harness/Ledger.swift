import EventLog
import Leaves
import Transparency

/// Every event that the log holds, as it was read once: what an event said and where it stood is never otherwise again.
///
/// It keeps a tree of its own over the bytes that it read. Whatever checkpoint the service signs, and whatever a copy holds
/// after a crash, has the root that this tree had at that size.
struct Ledger {
  struct Event: CustomStringConvertible {
    let position: Int
    let type: String
    let stream: String
    let command: String?
    let recorded: Int64

    var description: String { "\(position) \(type) in \(stream)" }
  }

  private var frontier = Frontier()
  /// The tree's root at each size.
  private var roots: [Hash] = [Frontier().root]
  private var revisions: [String: Int] = [:]
  /// The latest recorded time.
  private(set) var now: Int64 = 0

  var size: Int { frontier.size }

  /// The tree's root when it had so many events; nil where it never had.
  func root(at size: Int) -> Hash? { roots.indices.contains(size) ? roots[size] : nil }

  func revision(of stream: String) -> Int { revisions[stream] ?? 0 }

  /// Reads what has come since.
  mutating func take(_ log: EventLog) throws -> [Event] {
    var events: [Event] = []
    let end = log.size
    guard end >= size else { throw Trouble("the log has \(end) events, and had \(size)") }
    guard end > size else { return [] }
    try log.reader().scan(from: size, to: end) { bytes, position in
      let leaf = try Leaf(bytes, position: position)
      guard leaf.simulated else { throw Trouble("event \(position) does not say that it is simulated") }
      guard leaf.revision == revision(of: leaf.stream) else {
        throw Trouble(
          "event \(position) is revision \(leaf.revision) of \(leaf.stream), not \(revision(of: leaf.stream))")
      }
      guard leaf.recorded >= now else { throw Trouble("event \(position) was recorded before the one before it") }
      now = leaf.recorded
      revisions[leaf.stream] = leaf.revision + 1
      frontier.append(TreeHash.leaf(Array(bytes)))
      roots.append(frontier.root)
      events.append(
        Event(
          position: position, type: leaf.type, stream: leaf.stream, command: leaf.command, recorded: leaf.recorded))
    }
    return events
  }

  /// The newest checkpoint is one of this very tree.
  func check(_ checkpoint: SignedCheckpoint?) throws {
    guard let checkpoint else { return }
    let text = checkpoint.note.split(separator: "\n", omittingEmptySubsequences: false).prefix(3)
    let signed = try Checkpoint(parsing: text.map { "\($0)\n" }.joined())
    guard signed.size == checkpoint.size, signed.size < roots.count else {
      throw Trouble("a checkpoint signs \(signed.size) events, and \(size) were read")
    }
    guard signed.root == roots[signed.size] else {
      throw Trouble("the checkpoint of \(signed.size) events has another root than what was read")
    }
  }

  /// What a log that was opened again holds begins with what was read before.
  func check(_ log: EventLog) throws {
    guard log.size >= size else { throw Trouble("\(size) events were acknowledged, and \(log.size) are left") }
    var again = Frontier()
    try log.reader().scan(to: size) { bytes, _ in again.append(TreeHash.leaf(Array(bytes))) }
    guard again.root == frontier.root else {
      throw Trouble("the log's first \(size) events are not those that were read")
    }
  }
}
