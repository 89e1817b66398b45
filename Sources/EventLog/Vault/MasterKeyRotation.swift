internal import Crypto
internal import GRDB

/// What there is to say of the master key without saying it.
package struct MasterKeyState: Sendable, Hashable {
  /// 0 for the key that the log was made with, one more with each change.
  package var ordinal: Int
  /// Since when it is in use: milliseconds since 1970.
  package var since: Int64
  package var source: MasterKeySource
  /// The service was started with the key before it, and would be again: the new one waits to be put in its place.
  package var isAwaited: Bool
}

extension EventLog {
  package var masterKey: MasterKeyState { keys.masterKey }

  /// Wraps every key under a new master key while the log goes on. Where the key lies in a file, the file is changed too, and
  /// afterwards the old key opens nothing in this folder. Where it is a credential, somebody must change that: the new key is
  /// in `escrowed`, and until the log is opened with it, the old credential still leads to it.
  ///
  /// A crash at any point leaves a log that opens with the key that is in its place. The caller appends the event that says
  /// so, and then calls `noteRotationRecorded`.
  /// - Throws: `.masterKeyAwaited` where the last change still waits for its credential: nothing has been changed.
  package func rotateMasterKey() throws(LogError) -> MasterKeyState {
    try endingWhereUnsynced {
      try backupTurn.withKeys { try keys.rotateMaster(at: settings.clock.now()) }
    }
  }

  /// The changes, by their ordinals, of which the log does not know for certain: one may have been interrupted before its
  /// event, or just after.
  package func unrecordedRotations() throws(LogError) -> [Int] { try keys.unrecordedRotations() }

  /// The log holds the event of that change.
  package func noteRotationRecorded(_ ordinal: Int) throws(LogError) {
    try endingWhereUnsynced { try keys.noteRotationRecorded(ordinal) }
  }

  /// The master key, for the safe.
  package var escrowed: EscrowedKey { keys.escrowed(origin: origin) }
}

extension KeyStore {
  func rotateMaster(at time: Int64) throws(LogError) -> MasterKeyState {
    try LogError.mapping {
      // On the one connection that writes: no key is made, drawn into the pool or deleted meanwhile.
      try database.writeWithoutTransaction { database in
        if masterKey.isAwaited {
          guard masterKey.source == .file else { throw LogError.masterKeyAwaited }
          // The last change met a disk that would not take the file.
          try handOver(database)
        }
        let old = master
        let new = SymmetricKey(size: .bits256)
        // Before it is in the file: whoever reads there meets the one or the other.
        setMaster(old, other: new)
        var row: MasterKeys.Row?
        try database.inTransaction(.immediate) {
          row = try MasterKeys.change(from: old, to: new, at: time, database)
          return .commit
        }
        setMaster(new, other: old)
        if let row {
          setState(
            MasterKeyState(ordinal: row.ordinal, since: row.since, source: masterKey.source, isAwaited: true))
        }
        crashPoint?(.rotationWrapped)
        // What fails from here on the next start makes good: the change itself is durable.
        do { try handOver(database) } catch {
          let error = LogError(error)
          if error.isSyncFailure { throw error }
        }
        return masterKey
      }
    }
  }

  func unrecordedRotations() throws(LogError) -> [Int] {
    try LogError.mapping { try database.read { try MasterKeys.unrecorded($0) } }
  }

  func noteRotationRecorded(_ ordinal: Int) throws(LogError) {
    try LogError.mapping { try database.write { try MasterKeys.noteRecorded(ordinal, $0) } }
  }

  /// Puts the new master key in its place, where that can be written, and clears away what was wrapped under the old one.
  func handOver(_ database: Database) throws {
    if masterKey.source == .file {
      try PrivateFile.replace(folder.masterKey, MasterKey.text(master), written: { crashPoint?(.rotationKeyWritten) })
      crashPoint?(.rotationKeyReplaced)
      try endHandOver(database)
      crashPoint?(.rotationHandedOver)
    }
    try clear(database)
  }

  func endHandOver(_ database: Database) throws {
    try MasterKeys.endHandOver(database)
    var state = masterKey
    state.isAwaited = false
    setState(state)
  }
}
