internal import GRDB
package import Leaves

/// The leaves of a log that nobody serves, read from its file and not verified.
package enum LeafFile {
  /// Shows each leaf in order, up to before a position. Ends early at one that is missing.
  /// - Returns: how many there were.
  /// - Throws: `LeafError` for a leaf that is none, and what `body` throws.
  @discardableResult
  package static func scan(
    folder path: String, upTo end: Int, _ body: (Leaf) throws -> Void
  ) throws -> Int {
    let folder = StateFolder(path: path)
    guard folder.exists(folder.log) else { throw LogError.noLog }
    let database = try Connections.openReadOnly(folder.log)
    return try database.read { database in
      guard try Schema.isMade(database) else { throw LogError.noLog }
      var next = 0
      while next < end {
        let leaves = try StoredLeaf.load(database, from: next, to: min(next + TreeCheck.block, end))
        if leaves.isEmpty { break }
        for leaf in leaves {
          guard leaf.position == next else { return next }
          try leaf.bytes.withLeaf(at: next, body)
          next += 1
        }
      }
      return next
    }
  }
}
