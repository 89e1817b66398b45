internal import Crypto
internal import GRDB
internal import Transparency

/// Reads a log's files from first to last and believes none of them: no daemon is needed, and none is disturbed.
package enum LogVerifier {
  /// - Parameters:
  ///   - knowledge: what the log is held against besides itself.
  ///   - register: the register of erased keys; nil for the one beside the folder, where there is one.
  ///   - progress: called with the number of events done and the number to do.
  /// - Throws: only where there is nothing to verify. What is wrong with the log stands in the report.
  package static func verify(
    folder path: String, against knowledge: OutsideKnowledge = OutsideKnowledge(), register: String? = nil,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(LogError) -> VerificationReport {
    let folder = StateFolder(path: path)
    guard folder.exists(folder.log) else { throw .noLog }
    return try verify(file: folder.log, against: knowledge) { meta throws(LogError) in
      try VaultCheck(folder, knowledge, erased: try erasedKeys(path, register, meta))
    } progress: { done, total in
      progress(done, total)
      return true
    }
  }

  /// The same for a log's file wherever it lies, with its vault opened by the caller.
  /// - Parameter progress: false ends it early, and then the report says nothing.
  static func verify(
    file: String, against knowledge: OutsideKnowledge, vault open: (Meta) throws(LogError) -> VaultCheck,
    progress: (_ done: Int, _ total: Int) -> Bool
  ) throws(LogError) -> VerificationReport {
    let database = try Connections.openReadOnly(file)
    return try LogError.mapping {
      // One read transaction, so that a log which grows meanwhile is seen as it was at one moment.
      try database.read { database in
        guard try Schema.isMade(database) else { throw LogError.noLog }
        let meta = try Meta(database)
        let keys = try SigningKeys(database)
        var report = VerificationReport(
          origin: meta.origin, simulated: meta.simulated, verifierKey: keys.current.verifier.vkey)
        if !keys.areTied { report.note(.keyUntied, at: nil) }
        var vault: VaultCheck?
        do throws(LogError) {
          vault = try open(meta)
        } catch {
          report.vaultClosed = error
        }
        let known = KnownCheckpoints(knowledge, meta, keys, &report)
        var tree = try TreeAudit(database, keys, known, &report)
        var erasures = ErasureCheck(erasure: knowledge.erasure)
        try check(database, meta, &tree, &vault, &erasures, &report, progress)
        try erasures.finish(database, &report)
        return report
      }
    }
  }

  private static func erasedKeys(_ folder: String, _ register: String?, _ meta: Meta) throws(LogError) -> Set<Int64> {
    let path = register ?? folder + "-erased/register"
    guard register != nil || PrivateFile.exists(path) else { return [] }
    return try ErasedKeys(copy: path, origin: meta.origin).ids
  }

  private static func check(
    _ database: Database, _ meta: Meta, _ tree: inout TreeAudit, _ vault: inout VaultCheck?,
    _ erasures: inout ErasureCheck, _ report: inout VerificationReport, _ progress: (Int, Int) -> Bool
  ) throws {
    var events = EventCheck(meta)
    let end = max(tree.edge.size, try Int(database.number("SELECT max(position) FROM leaf") ?? -1) + 1)
    for start in stride(from: 0, to: end, by: TreeCheck.block) {
      let leaves = try StoredLeaf.load(database, from: start, to: start + TreeCheck.block)
      var next = start
      for leaf in leaves {
        while next < leaf.position {
          tree.skip(next, &report)
          next += 1
        }
        try events.check(leaf, database, &report)
        try tree.append(leaf, database, &report)
        next += 1
      }
      while next < min(start + TreeCheck.block, end) {
        tree.skip(next, &report)
        next += 1
      }
      try VaultCheck.check(&vault, leaves, database, &erasures, &report)
      guard progress(min(start + TreeCheck.block, end), end) else { return }
    }
    try events.finish(database, &report)
    try tree.finish(database, &report)
    try VaultCheck.finish(database, end: end, &report)
  }
}

/// A row of the table of leaves, whatever it holds.
struct StoredLeaf {
  let position: Int
  let hash: Hash?
  let bytes: [UInt8]

  static func load(_ database: Database, from start: Int, to end: Int) throws(LogError) -> [StoredLeaf] {
    let query = try Query(
      database, "SELECT position, hash, bytes FROM leaf WHERE position >= ? AND position < ? ORDER BY position")
    try query.bind(1, start)
    try query.bind(2, end)
    var leaves: [StoredLeaf] = []
    while try query.step() {
      leaves.append(
        StoredLeaf(position: Int(query.integer(0)), hash: Hash(bytes: query.blob(1)), bytes: query.bytes(2)))
    }
    return leaves
  }
}
