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
    do {
      let asked = try RestoreArguments(arguments)
      if let word = asked.rest.first { throw RestoreArguments.Fault(sentence: "\(word) belongs to no option") }
      let settings = try await Settings.read(asked.settings)
      if asked.log == nil, asked.keys == nil, asked.masterKey == nil, asked.isRegisterLost {
        let count = try LogRestore.renewRegister(settings.log)
        tellRenewed(count, settings)
        return 0
      }
      let (log, keys) = try files(asked, settings)
      guard let masterKey = asked.masterKey else { throw RestoreArguments.Fault(sentence: "--master-key is needed") }
      var sources = RestoreSources(
        log: log, keys: keys, masterKey: try TypedKey.read(masterKey, origin: settings.origin))
      sources.replaces = asked.replaces
      sources.anchored = asked.anchored
      sources.mayRollBack = asked.mayRollBack
      sources.register = asked.register
      sources.isRegisterLost = asked.isRegisterLost
      sources.areMissingKeysLost = asked.areMissingKeysLost
      sources.hasCredential = asked.hasCredential
      tell(try LogRestore.run(settings.log, from: sources), sources, settings)
      return 0
    } catch {
      return complain("talentd restore", error)
    }
  }

  /// Those that were named, or those of the newest backup.
  private static func files(_ asked: RestoreArguments, _ settings: Settings) throws -> (log: String, keys: String) {
    guard !asked.from.isEmpty else {
      guard let log = asked.log, let keys = asked.keys else {
        throw RestoreArguments.Fault(sentence: "--from, or --log and --keys, are needed, and --master-key")
      }
      return (log, keys)
    }
    guard asked.log == nil, asked.keys == nil else {
      throw RestoreArguments.Fault(sentence: "--from chooses the files: --log and --keys have no place beside it")
    }
    let choice = try BackupChoice(in: asked.from, origin: settings.origin)
    for passed in choice.passedOver { print("passed over  \(RestoreWords.of(passed))") }
    print("backup       \(choice.log)")
    print("             \(choice.keys)")
    return (choice.log, choice.keys)
  }

  static func complain(_ command: String, _ error: any Error) -> Int32 {
    let (sentence, code) = explanation(error)
    Terminal.complain("\(command): \(sentence)")
    return code
  }

  private static func explanation(_ error: any Error) -> (sentence: String, code: Int32) {
    switch error {
    case let fault as RestoreArguments.Fault: return ("\(fault.sentence). See `talentd restore --help`", 64)
    case let fault as TypedKey.Fault: return (fault.sentence, 65)
    case let error as RestoreError: return RestoreWords.of(error)
    case LogError.registerMissing(let path):
      return (
        """
        there is no register of erased keys, neither at \(path) nor given with --erased-keys. Without it, what was erased \
        since the backup would come back. Nothing was restored
        """, 78
      )
    case LogError.keysMissing(let count):
      return (
        """
        \(count) keys that the log has in use are not in these keys, which are older than the log. Give a newer copy; if there \
        is none, --missing-keys-lost gives up what they sealed. Nothing was restored
        """, 78
      )
    default: return Explanation.of(error)
    }
  }

  private static func tell(_ report: RestoreReport, _ sources: RestoreSources, _ settings: Settings) {
    if let replaced = report.replaced {
      print(
        "moved aside  the log that was there lies in \(replaced); keep it until you know that nothing in it is missing")
    }
    print("restored     \(settings.origin): \(report.size) events into \(settings.stateFolder)")
    if let recorded = report.recorded {
      print("             the last recorded \(Instant(milliseconds: recorded).text)")
    }
    print("verified     every leaf, tile, stream and checkpoint agrees")
    print("erased keys  \(report.erasedKeys) in the register; \(report.appliedKeys) were in these keys, and are gone")
    if report.unrecordedErasures > 0 {
      print(
        "             \(report.unrecordedErasures) of them this log does not know: the service records them at its start"
      )
    }
    if report.leftOverKeys > 0 {
      print("keys         \(report.leftOverKeys) are from after this log, or of nobody, and gone")
    }
    if report.lostKeys > 0 { print("lost         what \(report.lostKeys) keys had sealed opens no more") }
    if let key = report.masterKey {
      let place = sources.hasCredential ? "is not in the folder: hand it over by systemd" : "is in master.key"
      print("master key   no. \(key.ordinal + 1) \(place)")
    }
    if report.masterKey?.isAwaited == true {
      print(
        "             The key that was given is the one before it, and still leads to it: see `talentctl admin status`")
    }
    if sources.isRegisterLost { print(lostRegister) }
    if let anchored = report.anchored {
      print(
        """
        left behind  others had signed \(anchored) events: at least \(anchored - report.size) that were recorded are lost, and the \
        witnesses will not follow this log
        """)
    }
    if let aside = report.anchoredAside { print("             their checkpoint lies in \(aside)") }
    if report.belongsToRoot {
      print(
        "owner        root; systemd gives the folders to the user of the service when it starts it, or else use chown")
    }
    print(
      "next         start the service. Whatever was recorded after this backup is gone: tell those whom it concerns")
  }

  private static func tellRenewed(_ count: Int, _ settings: Settings) {
    print("register     \(settings.erasedKeysFile) is made anew and names \(count) keys")
    print(lostRegister)
    print("next         start the service")
  }

  private static let lostRegister = """
    beware       the register was made from this log alone. Whatever was erased after the log's or a key backup's time can
                 be opened again with that backup: destroy older backups of keys.sqlite3, and decide and carry out anew what
                 the minutes say was erased since
    """
}
