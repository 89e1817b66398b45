/// What a log is put together from again.
package struct RestoreSources: Sendable {
  /// `log.sqlite3` as it was backed up: by SQLite's `.backup`, or copied with its write-ahead log beside it.
  package var log: String
  /// `keys.sqlite3`, likewise.
  package var keys: String
  package var masterKey: RestoredKey
  /// A copy of the register of erased keys; what the register in its usual place says counts besides.
  package var register: String?
  /// The register is lost, and a new one is made from what this log has recorded. Whatever was erased after it was backed up
  /// comes back.
  package var isRegisterLost = false
  /// Keys that the log has in use and the key file lacks are lost: what they sealed is given up as if it had been erased.
  package var areMissingKeysLost = false
  /// The service has its master key as a credential: none is written into the folder.
  package var hasCredential = false

  /// A log that is there is moved aside, and not refused.
  package var replaces = false
  /// Checkpoints that others have signed, as files, besides the one that lies beside the register.
  package var anchored: [String] = []
  /// Fewer events than others have signed may be put back.
  package var mayRollBack = false

  package init(log: String, keys: String, masterKey: RestoredKey) {
    self.log = log
    self.keys = keys
    self.masterKey = masterKey
  }
}

/// A master key as somebody brings it: a copy of `master.key`, or the page from the safe.
package struct RestoredKey: Sendable {
  /// As `master.key` and a credential hold it.
  package let file: [UInt8]

  package init(_ bytes: [UInt8], origin: String) throws(EscrowedKey.Fault) {
    if (try? MasterKey.parse(bytes)) != nil {
      file = bytes
    } else {
      file = try EscrowedKey(typed: String(decoding: bytes, as: UTF8.self), origin: origin).file
    }
  }
}

/// What became of it.
package struct RestoreReport: Sendable {
  /// Events in the log, and when the last was recorded (milliseconds since 1970; nil where there is none).
  package internal(set) var size = 0
  package internal(set) var recorded: Int64?
  /// Keys that the register names.
  package internal(set) var erasedKeys = 0
  /// Those of them that the keys put back still held, and hold no more.
  package internal(set) var appliedKeys = 0
  /// Erasures that this log does not know: the service records them when it starts.
  package internal(set) var unrecordedErasures = 0
  /// Keys from after this log, which are nobody's in it, and gone.
  package internal(set) var leftOverKeys = 0
  /// Keys given up.
  package internal(set) var lostKeys = 0
  /// Root made the folders, and nobody's were there to tell whose they should be.
  package internal(set) var belongsToRoot = false
  /// Where the log that was there lies now.
  package internal(set) var replaced: String?
  /// The size that others had signed, where fewer events were put back; and where their checkpoint lies now.
  package internal(set) var anchored: Int?
  package internal(set) var anchoredAside: String?
  package internal(set) var masterKey: MasterKeyState?
  package internal(set) var verification: VerificationReport?
}

/// Why nothing was restored; besides every `LogError`.
package enum RestoreError: Error, Hashable, Sendable {
  /// There is something in the folder: a log, or another thing that would be lost.
  case notEmpty(path: String)
  /// The finished folder could not be put in its place; the number is the `errno`.
  case notPlaced(path: String, code: Int32)
  case unreadable(path: String)
  /// The register in its place is sound, so it is not lost.
  case registerThere(path: String)
  /// There is no backup from which everything could be put back; those that are there, each with why not.
  case noBackup([BackupChoice.Passed])
  /// Somebody outside has signed more events than there are in this copy, whose last was recorded then (milliseconds).
  case behindAnchor(path: String, anchored: Int, size: Int, recorded: Int64?)
  /// Somebody outside has signed another history of so many events.
  case anchorDiffers(path: String, size: Int)
  case anchorMalformed(path: String)
  case anchorOfAnother(path: String, found: String)
}
