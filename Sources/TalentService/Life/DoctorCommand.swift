import CPlatform
import Glibc
import TalentDomain

/// `talentd doctor`: what `talentctl admin doctor` looks at, as far as it can be seen while the service does not run. It opens
/// nothing for writing.
enum DoctorCommand {
  static let usage = """
    talentd doctor --config FILE [--SETTING VALUE]...
      Looks at configuration, files, disk, clock and zone data while the service does not run, and says what is to be done.
      Run it as root, or as the service's user. Ends with 0 where nothing is amiss, else with 78.
    """

  static func run(_ arguments: [String]) async -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      print(usage)
      return 0
    }
    do {
      let lines = examined(try await Settings.read(arguments))
      for line in lines { show(line) }
      return lines.allSatisfy { $0.state == .fine } ? 0 : 78
    } catch {
      show(
        ExaminedLine(
          HealthFinding(
            "configuration-refused", grave: true, Bilingual(da: "\(error.sentences.da).", en: "\(error.sentences.en)."),
            remedy: Bilingual(
              da: "Ret det, og se efter igen: talentd check --config FIL.",
              en: "Mend it, and look again: talentd check --config FILE."))))
      return 78
    }
  }

  private static func examined(_ settings: Settings) -> [ExaminedLine] {
    var lines = configuration(settings)
    lines += folders(settings)
    // What the service's user is called nobody here knows: it is whoever the state folder belongs to.
    var folder = talent_file()
    let owner = talent_file_status(settings.stateFolder, &folder) == 0 && folder.uid != 0 ? folder.uid : geteuid()
    return lines + Examinations.lines(Examined(settings: settings, owner: owner))
  }

  private static func configuration(_ settings: Settings) -> [ExaminedLine] {
    let faults = CheckCommand.faults(settings).map { (words: $0, grave: true) }
    guard faults.isEmpty else {
      return faults.map { fault in
        ExaminedLine(
          HealthFinding(
            "configuration-refused", grave: fault.grave, Bilingual(da: "\(fault.words).", en: "\(fault.words)."),
            remedy: Bilingual(da: "Ret det i konfigurationen.", en: "Mend it in the configuration.")))
      }
    }
    return [
      ExaminedLine(
        fine: "configuration",
        Bilingual(da: "Konfigurationen kan bruges.", en: "The configuration can be used."))
    ]
  }

  private static func folders(_ settings: Settings) -> [ExaminedLine] {
    guard let space = DiskSpace(settings.stateFolder) else {
      return [
        ExaminedLine(
          HealthFinding(
            "state-folder-missing", grave: true,
            Bilingual(
              da: "Mappen \(settings.stateFolder) er ikke til at komme til.",
              en: "The folder \(settings.stateFolder) cannot be reached."),
            remedy: Bilingual(
              da:
                "Er disken monteret? Mangler mappen på en ny maskine, så start tjenesten, eller gendan: talentd restore.",
              en:
                "Is its disk mounted? Where the folder lacks on a new machine, start the service, or restore: talentd "
                + "restore.")))
      ]
    }
    return [ExaminedLine(DiskHealth.verdict(space, perDay: nil))]
  }

  /// English, or Danish where the terminal's language is.
  private static func show(_ line: ExaminedLine) {
    let isDanish = Terminal.isDanish
    let mark =
      switch line.state {
      case .fine: "ok"
      case .warning: isDanish ? "advarsel" : "warning"
      case .failing: isDanish ? "fejl" : "failure"
      }
    let padding = String(repeating: " ", count: max(0, 10 - mark.count))
    print("\(mark)\(padding)\((isDanish ? line.wordsDa : line.wordsEn).value)")
    if let remedy = isDanish ? line.remedyDa : line.remedyEn {
      print("          \(remedy.value)")
    }
  }
}
