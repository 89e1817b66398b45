import EventLog
import Leaves
import Projections
import TalentDomain

/// What an administrator is told when the service cannot start or must stop: what is wrong, where, and what to do; with the
/// exit code.
enum Explanation {
  static func of(_ error: any Error) -> (sentence: String, code: Int32) {
    switch error {
    case let error as SettingsError: return (error.sentence, 78)
    case let error as LogError: return (sentence(error), code(error))
    case let error as LeafError: return of(LogError(error))
    case WriterError.failed(let error): return of(error)
    case WriterError.readOnly: return ("nothing can be written: the line before this one says why", 74)
    case ViewError.storage(let code): return of(LogError.storage(code: code))
    case ViewError.system(let code): return of(LogError.system(code: code))
    case let error as UnknownEvents: return (error.sentence, 78)
    default: return ("the service ended: \(type(of: error))", 70)
    }
  }

  /// Why the settings were not taken over, in one sentence.
  static func reload(_ error: any Error) -> Bilingual {
    switch error {
    case let error as SettingsError: error.sentences
    case WriterError.readOnly:
      Bilingual(
        da: "der kan ikke skrives, så skiftet kan ikke registreres: prøv igen, når der kan",
        en: "nothing can be written, so the change cannot be recorded: try again when it can")
    default:
      Bilingual(
        da: "skiftet kunne ikke registreres: prøv igen (systemctl reload talentd)",
        en: "the change could not be recorded: try again (systemctl reload talentd)")
    }
  }

  /// Why nothing can be written, in a few words.
  static func cause(_ error: LogError) -> Bilingual {
    guard !error.isDiskFull else { return Bilingual(da: "disken er fuld", en: "the disk is full") }
    return switch error {
    case .corrupt:
      Bilingual(da: "loggen kan ikke efterprøves", en: "the log does not verify")
    case .storage(let code):
      switch code & 0xFF {
      case 8: Bilingual(da: "disken kan kun læses", en: "the disk is read-only")
      case 5, 6: Bilingual(da: "et andet program holder databasen", en: "another program holds the database")
      case 7: Bilingual(da: "der er ikke mere hukommelse", en: "there is no more memory")
      case 14: Bilingual(da: "databasen kan ikke åbnes", en: "the database cannot be opened")
      case 11, 26: Bilingual(da: "databasen er beskadiget", en: "the database is damaged")
      default:
        Bilingual(
          da: "disken kan ikke læses eller skrives (SQLite \(code))",
          en: "the disk cannot be read or written (SQLite \(code))")
      }
    case .system(let code):
      Bilingual(da: "maskinen siger nej (errno \(code))", en: "the machine refuses (errno \(code))")
    default: Bilingual(da: "der kan ikke skrives", en: "it cannot be written")
    }
  }

  private static func code(_ error: LogError) -> Int32 {
    switch error {
    case .corrupt: 5
    case .locked: 75
    case .storage, .system: 74
    default: 78
    }
  }

  private static func sentence(_ error: LogError) -> String {
    guard !error.isDiskFull else {
      return "the disk is full: make room and try again; under systemd the service does so by itself"
    }
    return switch error {
    case .corrupt(let position, let flaw):
      """
      the log does not verify\(position.map { " at position \($0)" } ?? ""): \(flaw.rawValue). Nothing is served or \
      written. Keep this folder as it is, run `talentd verify` on it, and restore the latest backup that verifies.
      """
    case .noLog: "there is no log in the state folder"
    case .locked: "another talentd has this state folder open; stop it first"
    case .notALog: "log.sqlite3 in the state folder is not a log of talentd"
    case .newerFormat(let version, let program):
      """
      the log has format \(version)\(program.map { ", given to it by \($0)," } ?? "") which is newer than this talentd \
      \(Daemon.version) knows; install the version that wrote it, or a later one. Nothing has been changed
      """
    case .upgradeNotBackedUp:
      """
      the log has an older format, and could not be backed up before it is upgraded: see whether `backup.log-folder` and \
      `backup.keys-folder` are there, may be written to and have room. Nothing has been changed
      """
    case .originDiffers: "the log belongs to another origin; set `origin` to the one it was made with"
    case .simulationDiffers(let found):
      found
        ? "the log was made with --simulate and opens only so"
        : "the log is real and never opens with --simulate"
    case .settingRefused(let name): "the setting \(name) is not acceptable"
    case .masterKeyMissing:
      """
      the master key is missing: there is no master.key in the state folder, and no credential of that name; put the key \
      from the safe back (`talentd master-key` reads its page)
      """
    case .masterKeyMalformed:
      "the master key is not 32 bytes in base64 and a new line; put the key from the safe back"
    case .masterKeyWrong: "the master key is not this log's; put the right one back. Nothing has been changed"
    case .masterKeyOld:
      """
      the master key is from before it was changed, and opens nothing any more; put the present one in its place, from the \
      safe. Nothing has been changed
      """
    case .masterKeysDiffer:
      """
      master.key and the credential hold two different keys, and nobody can tell which one is meant; keep the right one, and \
      move the other away
      """
    case .masterKeyAwaited:
      """
      the last change of the master key waits for its credential: make it from `talentctl admin key escrow`, and start the \
      service anew
      """
    case .keyFileMissing: "keys.sqlite3 is missing from the state folder; restore it with `talentd restore`"
    case .tooOpen(let path, let mode, let isFolder):
      """
      \(path) has mode \(String(mode, radix: 8)), which lets others in; run \
      `chmod \(isFolder ? "700" : "600") \(path)`, and ask yourself who may have read it
      """
    case .foreignOwner(let path, let wanted):
      "\(path) belongs to another user than the one whom the service runs as; run `chown \(wanted) \(path)`"
    case .registerMissing(let path):
      """
      the register of erased keys, \(path), is missing. Without it, what was erased could come back with an older copy of \
      the log or its keys, so nothing is served. Put the register back where `erased-keys.file` says; if it is truly lost, \
      see `talentd restore --help`
      """
    case .registerOfAnother(let path, let found):
      """
      the register of erased keys, \(path), belongs to the log \(found); put this log's own there, or set \
      `erased-keys.file` to where it is
      """
    case .registerMalformed(let path, let line):
      """
      line \(line) of the register of erased keys, \(path), is not an id and a time (line 1: not its heading); put an \
      unharmed copy back. A register is never edited by hand
      """
    case .registerBehind(let path, let missing):
      """
      the register of erased keys, \(path), lacks \(missing) of the keys that the log has recorded as erased: it is an old \
      copy. Put the newest one back
      """
    case .registerWithoutLog(let path):
      """
      the register of erased keys, \(path), names keys of a log that is not in the state folder. Restore that log with \
      `talentd restore`; if a new one is to begin, move the register away and keep it with the old log's backups
      """
    case .keysMissing(let count):
      """
      \(count) keys that the log has in use are not in keys.sqlite3, and nobody erased them. Nothing is served. Stop here, \
      and restore a newer copy of keys.sqlite3 with `talentd restore`
      """
    case .readerInTheWay: "what was erased is not yet cleared away: somebody went on reading; try again"
    case .storage(let code): "the database cannot be read or written (SQLite \(code)); check disk and permissions"
    case .system(let code): "the state folder cannot be used (errno \(code)); check disk and permissions"
    case .invalidDraft, .leafTooLarge, .outOfRange, .keyStillThere: "an event could not be made: a fault of the service"
    }
  }
}
