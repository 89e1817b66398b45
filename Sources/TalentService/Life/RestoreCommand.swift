import CPlatform
import EventLog
import Glibc
import TalentDomain

/// `talentd restore`: puts the log together again from its backups, offline, and says what it did and what remains to be done.
enum RestoreCommand {
  static let usage = """
    talentd restore --config FILE --from FOLDER --master-key FILE|- [--erased-keys FILE]
    talentd restore --config FILE --log FILE --keys FILE --master-key FILE|- [--erased-keys FILE]
      Puts a log onto an empty state folder: either the whole of it, or nothing. The service must not run.
      --from               takes the newest backup that lies there (in it, or in its folders log and keys) and says which;
                           may be given twice, for logs and keys that lie apart
      --log, --keys        log.sqlite3 and keys.sqlite3 as they were backed up (a write-ahead log beside them counts)
      --master-key         a copy of master.key, or - to type the page from the safe
      --credential         the service has its master key from systemd: write none into the state folder
      --erased-keys        a copy of the register of erased keys, where it is not in its place
      --replace            a log that is there is moved aside, whole, and its new place named
      --anchored FILE      a checkpoint that others have signed (a signed note), besides the one beside the register
      --behind-anchor      put back fewer events than others have signed: what came after IS LOST, and witnesses will notice
      --missing-keys-lost  keys that the log has in use and that are in no backup are lost: give up what they sealed
      --erased-keys-lost   the register is lost: make a new one from what this log has recorded. Whatever was erased after
                           the backup was made COMES BACK, and must be erased again
    talentd restore --config FILE --erased-keys-lost
      The same for a log that is there: makes its register anew.
    """

  static func run(_ arguments: [String]) async -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      print(usage)
      return 0
    }
    // Nothing that this process makes is for others to read.
    _ = talent_umask(0o077)
    var zone = "Europe/Copenhagen"
    do {
      let asked = try RestoreArguments(arguments)
      if let word = asked.rest.first {
        throw RestoreArguments.Fault(
          words: Bilingual(da: "\(word) hører ikke til nogen option", en: "\(word) belongs to no option"))
      }
      let settings = try await Settings.read(asked.settings)
      zone = settings.zone
      if asked.log == nil, asked.keys == nil, asked.masterKey == nil, asked.isRegisterLost {
        let count = try LogRestore.renewRegister(settings.log)
        RestoreTold(settings).renewed(count)
        return 0
      }
      let (log, keys) = try files(asked, settings)
      guard let masterKey = asked.masterKey else {
        throw RestoreArguments.Fault(
          words: Bilingual(da: "--master-key skal angives", en: "--master-key is needed"))
      }
      var sources = RestoreSources(
        log: log, keys: keys, masterKey: try TypedKey.read(masterKey, origin: settings.origin))
      sources.replaces = asked.replaces
      sources.anchored = asked.anchored
      sources.mayRollBack = asked.mayRollBack
      sources.register = asked.register
      sources.isRegisterLost = asked.isRegisterLost
      sources.areMissingKeysLost = asked.areMissingKeysLost
      sources.hasCredential = asked.hasCredential
      RestoreTold(settings).restored(try LogRestore.run(settings.log, from: sources), sources)
      return 0
    } catch {
      return complain("talentd restore", error, zone: zone)
    }
  }

  /// Those that were named, or those of the newest backup.
  private static func files(_ asked: RestoreArguments, _ settings: Settings) throws -> (log: String, keys: String) {
    guard !asked.from.isEmpty else {
      guard let log = asked.log, let keys = asked.keys else {
        throw RestoreArguments.Fault(
          words: Bilingual(
            da: "--from, eller --log og --keys, skal angives, og --master-key",
            en: "--from, or --log and --keys, are needed, and --master-key"))
      }
      return (log, keys)
    }
    guard asked.log == nil, asked.keys == nil else {
      throw RestoreArguments.Fault(
        words: Bilingual(
          da: "--from vælger filerne: --log og --keys hører ikke til ved siden af",
          en: "--from chooses the files: --log and --keys have no place beside it"))
    }
    let choice = try BackupChoice(in: asked.from, origin: settings.origin)
    RestoreTold(settings).chosen(choice)
    return (choice.log, choice.keys)
  }

  /// - Parameter zone: of the clocks by which times are told.
  static func complain(_ command: String, _ error: any Error, zone: String = "Europe/Copenhagen") -> Int32 {
    let (sentence, code) = explanation(error, zone)
    Terminal.complain("\(command): \(sentence)")
    return code
  }

  private static func explanation(_ error: any Error, _ zone: String) -> (sentence: String, code: Int32) {
    switch error {
    case let fault as RestoreArguments.Fault:
      let more = Terminal.words(Bilingual(da: "Se `talentd restore --help`", en: "See `talentd restore --help`"))
      return ("\(Terminal.words(fault.words)). \(more)", 64)
    case let fault as TypedKey.Fault: return (Terminal.words(fault.words), 65)
    case let error as RestoreError:
      let (words, code) = RestoreWords.of(error) { RestoreTold.time($0, zone) }
      return (Terminal.words(words), code)
    case let error as LogError:
      guard let (words, code) = RestoreWords.of(error) else { return Explanation.of(error) }
      return (Terminal.words(words), code)
    default: return Explanation.of(error)
    }
  }
}
