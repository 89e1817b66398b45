import TalentDomain
import Transparency
import Varlink

/// Files on their way over the socket, in pieces that fit into a reply.
struct PieceStream {
  /// Leaves handed over by now, for whoever watches.
  var done = 0
  private let total: Int
  private let reply: ReplySink
  private var waiting: [BundlePiece] = []
  private var size = 0

  /// Bytes of one piece, and of all pieces of one reply, before base64.
  private static let pieceLimit = 96 << 10
  private static let replyLimit = 384 << 10

  init(total: Int, reply: ReplySink) {
    self.total = total
    self.reply = reply
  }

  mutating func send(_ path: String, _ bytes: [UInt8]) async throws {
    var rest = bytes[...]
    repeat {
      let piece = rest.prefix(Self.pieceLimit)
      rest = rest.dropFirst(piece.count)
      if size + piece.count > Self.replyLimit || waiting.count == [BundlePiece].limit {
        try await reply.continues(canonical: part().canonical)
        waiting.removeAll(keepingCapacity: true)
        size = 0
      }
      waiting.append(BundlePiece(path: path, base64: Base64.encode(piece)))
      // A path and its quotes go along.
      size += piece.count + path.utf8.count + 32
    } while !rest.isEmpty
  }

  mutating func finish() async throws { await reply.reply(canonical: part().canonical) }

  private func part() -> BundlePart {
    var part = BundlePart()
    part.done = done
    part.files = waiting
    part.total = total
    return part
  }
}
