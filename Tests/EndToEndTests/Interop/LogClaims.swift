import EventLog
import Seeded
import StrictJSON
import Transparency

/// What our code says of a log: roots, proofs, tiles, the newest checkpoint and every disclosure, for others to check.
enum LogClaims {
  /// Every root; every leaf's inclusion in the whole; consistency of the whole with every earlier size; and so many more
  /// proofs between sizes that the seed draws.
  static func made(in state: String, origin: String, seed: UInt64, drawn: Int = 1000) throws -> JSON {
    let log = try EventLog(opening: LogSettings(folder: state, origin: origin, simulated: true), create: false)
    let reader = log.reader()
    let size = log.size
    var chance = SeededGenerator(seed: seed)
    var inclusion = (0..<size).map { (index: $0, size: size) }
    var consistency = (0...size).map { (first: $0, second: size) }
    for _ in 0..<drawn {
      let whole = Int.random(in: 1...size, using: &chance)
      inclusion.append((Int.random(in: 0..<whole, using: &chance), whole))
      consistency.append((Int.random(in: 0...whole, using: &chance), whole))
    }
    guard let checkpoint = log.latestCheckpoint else { throw Trouble("the log has no checkpoint") }
    return object([
      ("roots", .array(try (0...size).map { .string(try reader.root(size: $0).base64) })),
      ("inclusion", .array(try inclusion.map { try path(reader.inclusionProof(position: $0.index, size: $0.size)) })),
      ("consistency", .array(try consistency.map { try path(reader.consistencyProof(from: $0.first, to: $0.second)) })),
      ("tiles", .array(try TileCoordinates.all(treeSize: size).map { try tile($0, reader) })),
      ("checkpoint", .string(checkpoint.note)), ("vkey", .string(log.verifierKey)),
      ("disclosures", .array(try (0..<size).flatMap { try disclosures(at: $0, reader) })),
    ])
  }

  private static func path(_ proof: InclusionProof) -> JSON {
    object([
      ("index", .integer(Int64(proof.index))), ("size", .integer(Int64(proof.size))), ("path", hashes(proof.path)),
    ])
  }

  private static func path(_ proof: ConsistencyProof) -> JSON {
    object([
      ("first", .integer(Int64(proof.first))), ("second", .integer(Int64(proof.second))), ("path", hashes(proof.path)),
    ])
  }

  private static func tile(_ place: TileCoordinates, _ reader: LogReader) throws -> JSON {
    let tile = try reader.tile(place).unwrapped()
    return object([("path", .string(place.path)), ("hashes", hashes(tile.hashes))])
  }

  private static func disclosures(at position: Int, _ reader: LogReader) throws -> [JSON] {
    try reader.opened(position: position).map { field in
      let disclosure = try field.disclosure.unwrapped()
      return object([("position", .integer(Int64(position))), ("encoded", .string(disclosure.encoded))])
    }
  }

  private static func hashes(_ hashes: [Hash]) -> JSON { .array(hashes.map { .string($0.base64) }) }
}
