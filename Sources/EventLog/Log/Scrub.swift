internal import GRDB

extension EventLog {
  /// Reads every leaf back from the disk and holds it against the tree, in the background, at the caller's pace: it yields
  /// after each 256 leaves and ends early when the caller is cancelled.
  ///
  /// A mismatch stops all appending and names the position; what the machine refuses is thrown, and to be tried again. What was found good need not be read again before serving.
  /// - Parameter progress: called with the number of leaves done and the number to do.
  package func scrub(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) async throws(LogError) {
    let end = size & ~(TreeCheck.block - 1)
    let check = TreeCheck(origin: origin, simulated: settings.simulated)
    var recorded = Int64.min
    do {
      for start in stride(from: 0, to: end, by: TreeCheck.block) {
        if Task.isCancelled { return }
        try LogError.mapping {
          try database.read { database in
            try check.block(from: start, to: start + TreeCheck.block, recorded: &recorded, database)
          }
        }
        progress(start + TreeCheck.block, end)
        await Task.yield()
      }
      try LogError.mapping { try database.read { try check.tiles(size: end, $0) } }
    } catch {
      // A disk that does not answer for a moment is no contradiction: the writer meets it itself, and recovers with it.
      if error.isDamage { halt(error) }
      throw error
    }
    guard end > scrubMark else { return }
    try endingWhereUnsynced { try database.write { try Meta.setScrubbed(end, in: $0) } }
    publish(scrubbed: end)
  }
}
