internal import GRDB
internal import Glibc
package import Leaves

/// What can go wrong with a log. No case carries anything of an event's content.
package enum LogError: Error, Hashable, Sendable {
  // MARK: Opening
  /// There is no log in the folder, and none was to be made.
  case noLog
  /// Another process, or another object in this one, has the folder open.
  case locked
  /// The file belongs to another program.
  case notALog
  /// The file was written by a later version of this program: the number is its format, `program` who gave it that one.
  case newerFormat(Int, program: String?)
  /// The file has an older format, and a backup could not be made before giving it this program's.
  case upgradeNotBackedUp
  /// The log was made under another origin.
  case originDiffers(found: String)
  /// A simulated log was opened as a real one, or the reverse.
  case simulationDiffers(found: Bool)
  /// SQLite did not take a setting that durability or privacy rests on.
  case settingRefused(String)

  // MARK: Master key
  case masterKeyMissing
  case masterKeyMalformed
  /// The key does not open what was sealed under the log's master key.
  case masterKeyWrong
  /// It did once: it is from before the master key was changed.
  case masterKeyOld
  /// The credential and the file hold two different keys.
  case masterKeysDiffer
  /// The last change of the master key waits for the credential to be changed too.
  case masterKeyAwaited
  case keyFileMissing

  // MARK: Private files
  /// Others than the owner may read, write or enter it.
  case tooOpen(path: String, mode: UInt32, isFolder: Bool)
  /// It belongs to another user than the one whom this process runs as.
  case foreignOwner(path: String, wanted: UInt32)

  // MARK: Register of erased keys
  /// There is a log, and its register is not there.
  case registerMissing(path: String)
  /// It was made for a log of another origin.
  case registerOfAnother(path: String, found: String)
  case registerMalformed(path: String, line: Int)
  /// The log has recorded so many keys as destroyed that the register does not name: it is older than the log.
  case registerBehind(path: String, missing: Int)
  /// It names keys of a log that is not here.
  case registerWithoutLog(path: String)
  /// So many keys that the log has in use are in the key file no more, and nobody erased them.
  case keysMissing(Int)

  // MARK: Integrity
  /// What is stored contradicts itself; the position is the first event it concerns, where that is known.
  case corrupt(position: Int?, Flaw)

  // MARK: Appending and reading
  case invalidDraft(DraftFault)
  /// More bytes than a leaf may have (65,535).
  case leafTooLarge(bytes: Int)
  /// No such position, or a tree larger than the log.
  case outOfRange
  /// The sealed rows of a subject cannot go before the subject's key has gone.
  case keyStillThere
  /// Somebody went on reading what should be cleared away.
  case readerInTheWay

  // MARK: Machine
  /// SQLite's extended result code.
  case storage(code: Int32)
  /// A system call's `errno`.
  case system(code: Int32)
}

/// In what way stored data contradicts itself.
package enum Flaw: String, Hashable, Sendable {
  case leafMissing = "a position is missing"
  case leafMalformed = "the leaf is not a canonical event of this shape"
  case leafMisplaced = "the leaf's id is not its position"
  case leafChanged = "the leaf's bytes do not have the stored hash"
  case originDiffers = "the leaf names another origin"
  case simulationDiffers = "the leaf contradicts the log on whether it is a simulation"
  case timeBackwards = "the recorded time is before that of the previous leaf"
  case revisionBroken = "the revision does not follow the stream's previous one"
  case previousDiffers = "the digest of the stream's previous leaf does not match"
  case streamIndexDiffers = "the index of streams disagrees with the leaf"
  case tileDiffers = "a stored tile of the tree disagrees with the leaves"
  case frontierDiffers = "the stored edge of the tree disagrees with the leaves"
  case keyUntied = "a key of the log is not signed for by the one before it"
  case checkpointMissing = "a signed checkpoint is missing"
  case checkpointInvalid = "a checkpoint's signature or text is not valid"
  case checkpointDiffers = "a checkpoint's root is not that of the leaves"
  case sealedUnknown = "a sealed field's digest does not stand in its leaf"
  case sealedUnreadable = "a sealed field does not open under its key"
  case sealedMissing = "a sealed field is gone, and no event says that it was erased"
  case sealedKept = "a sealed field is still there, and an event says that it was erased"
  case keyMissing = "a sealed field's key is gone, and no event says that it was destroyed"
  case keyUnknown = "the log's key is none of those given"
  case knownInvalid = "a checkpoint from elsewhere is not signed by this log's key"
  case knownDiffers = "a checkpoint from elsewhere has another root: something was changed from here on"
}

/// What is wrong with a draft: always a fault of the program, never of its user.
package enum DraftFault: String, Hashable, Sendable {
  case stream, type, subject, actor, behalf, cause, command, ruleSet, localDate, time, facts
  case sealedName, sealedValue, sealedClass, sealedCount
}

extension LogError {
  package init(_ error: LeafError) {
    self = .corrupt(position: error.position, error.flaw == .misplaced ? .leafMisplaced : .leafMalformed)
  }

  /// Any error met inside this module, as one of its own.
  init(_ error: any Error) {
    switch error {
    case let error as LogError: self = error
    case let error as LeafError: self = LogError(error)
    case let error as DatabaseError: self = .storage(code: error.extendedResultCode.rawValue)
    default: self = .storage(code: ResultCode.SQLITE_INTERNAL.rawValue)
    }
  }

  /// Runs what SQLite may fail, with this module's errors.
  static func mapping<Value>(_ body: () throws -> Value) throws(LogError) -> Value {
    do { return try body() } catch { throw LogError(error) }
  }

  /// A failed sync leaves it unknown what is on the disk: only a new start from the disk can tell.
  var isSyncFailure: Bool {
    guard case .storage(let code) = self else { return false }
    return [ResultCode.SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC].contains(ResultCode(rawValue: code))
  }

  /// The machine refused, rather than the request being at fault: disk full, a failed read or write, no memory.
  var isStorageFailure: Bool {
    switch self {
    case .storage(let code):
      ![ResultCode.SQLITE_CONSTRAINT, .SQLITE_MISUSE].contains(ResultCode(rawValue: code).primaryResultCode)
    case .system: true
    default: false
    }
  }

  /// The disk takes nothing at present: it is full, or somebody made it read-only. What was asked for was not done.
  package var isDiskRefusing: Bool {
    if isDiskFull { return true }
    return switch self {
    case .storage(let code):
      ResultCode(rawValue: code) == .SQLITE_IOERR_WRITE
        || ResultCode(rawValue: code).primaryResultCode == .SQLITE_READONLY
    case .system(let code): code == EROFS
    default: false
    }
  }

  /// There is no room, not even for the file that connections share beside the database.
  package var isDiskFull: Bool {
    switch self {
    case .storage(let code):
      ResultCode(rawValue: code) == .SQLITE_IOERR_SHMSIZE
        || ResultCode(rawValue: code).primaryResultCode == .SQLITE_FULL
    case .system(let code): [ENOSPC, EDQUOT].contains(code)
    default: false
    }
  }

  /// Somebody else had the file, for as long as was waited.
  var isBusy: Bool {
    guard case .storage(let code) = self else { return false }
    return ResultCode(rawValue: code).primaryResultCode == .SQLITE_BUSY
  }

  /// What is on the disk is not what was written there.
  var isDamage: Bool {
    switch self {
    case .corrupt: true
    case .storage(let code):
      [ResultCode.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(ResultCode(rawValue: code).primaryResultCode)
    default: false
    }
  }

  /// A failure after which nothing of the transaction is on the disk, whichever statement met it.
  var isBeforeSync: Bool {
    guard case .storage(let code) = self else { return false }
    let extended = ResultCode(rawValue: code)
    if extended == .SQLITE_IOERR_WRITE { return true }
    return [ResultCode.SQLITE_FULL, .SQLITE_NOMEM, .SQLITE_BUSY].contains(extended.primaryResultCode)
  }
}
