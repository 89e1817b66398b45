internal import GRDB

extension EventLog {
  /// Destroys the keys of a subject and class, in the file and in memory: from now on nothing sealed under them opens
  /// again. Doing so again does nothing. The decision to do so must be durable before.
  ///
  /// What remains to do: `Desk.deleteSealed` together with the event that says so, then `finishErasure`.
  /// - Returns: the ids of the keys, for the register of erased keys.
  @discardableResult
  package func destroyKeys(subject: UInt64, retention: String) throws(LogError) -> [Int64] {
    let all = try LogError.mapping {
      // Through the writing connection: what it is about to commit counts too.
      try database.writeWithoutTransaction { try Assignments.all(subject, retention, $0) }
    }
    for assignment in all { try keys.destroy(assignment.key) }
    return all.map(\.key)
  }

  /// Rewrites the key file and truncates both write-ahead logs, so that no page on the disk holds what was erased.
  package func finishErasure() throws(LogError) {
    try keys.purge()
    try LogError.mapping {
      try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
  }
}
