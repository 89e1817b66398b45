internal import GRDB

extension EventLog {
  /// Destroys the keys of a subject in some classes: in the register of erased keys first, durably, then in the key file and
  /// in memory. From then on nothing sealed under them opens again, in this log or in any copy that is put back. Doing so
  /// again does nothing, nor where nothing was ever sealed. The decision to do so must be durable before.
  ///
  /// What remains to do: `Desk.deleteSealed` together with the event that says so, then `finishErasure`.
  /// - Returns: the ids of the keys.
  @discardableResult
  package func destroyKeys(subject: UInt64, retentions: [String]) throws(LogError) -> [Int64] {
    let ids = try LogError.mapping {
      // Through the writing connection: what it is about to commit counts too.
      try database.unsafeReentrantWrite { database in
        try retentions.flatMap { try Assignments.all(subject, $0, database).map(\.key) }
      }
    }
    try endingWhereUnsynced {
      try backupTurn.withKeys {
        try erased.append(ids, at: settings.clock.now())
        settings.crashPoint?(.erasureRegistered)
        try keys.destroy(ids)
      }
    }
    settings.crashPoint?(.erasureKeysDeleted)
    return ids
  }

  /// Erasures that the register of erased keys knows and the log does not: of a log that was put back, or interrupted between
  /// the two. Their keys are gone. The caller appends the event that says so for each, with `Desk.deleteSealed`, before it
  /// serves anyone; then `finishErasure`.
  package func unrecordedErasures() throws(LogError) -> [(subject: UInt64, retention: String)] {
    let erased = erased.ids
    return try LogError.mapping {
      try database.unsafeReentrantRead { database in
        try erased.sorted().compactMap { try Assignments.standing($0, database) }
      }
    }
  }

  /// Leaves nothing of what was erased on the disk: the key file and the vault are written anew, and both write-ahead logs
  /// truncated. An erasure is done when this has returned. A start of the log does what
  /// is owed here, as far as nobody reads meanwhile.
  /// - Throws: `.readerInTheWay` where somebody went on reading for five seconds: it is not done yet, and to be tried again.
  package func finishErasure() throws(LogError) {
    do throws(LogError) {
      try endingWhereUnsynced {
        try keys.purge()
        settings.crashPoint?(.erasureKeysPurged)
        try clearVault()
      }
    } catch {
      throw error.isBusy ? .readerInTheWay : error
    }
  }

  /// The log's part of it, where rows have gone since the last time.
  func clearVault() throws(LogError) {
    try LogError.mapping {
      try database.writeWithoutTransaction { database in
        guard try Meta.hasResidue(in: database) else { return }
        try database.inTransaction(.immediate) {
          try Vault.rewrite(database)
          return .commit
        }
        settings.crashPoint?(.erasureVaultRewritten)
        _ = try database.checkpoint(.truncate)
        settings.crashPoint?(.erasureJournalTruncated)
        // Last: a crash before this has it all done once more.
        try Meta.setResidue(false, in: database)
      }
    }
  }
}
