import CPlatform
import Letters
import TalentDomain

/// `talentd check`: would the service take this configuration? It opens nothing and changes nothing.
enum CheckCommand {
  static let usage = """
    talentd check --config FILE [--SETTING VALUE]...
      Reads the configuration as the service would, and says what is wrong with it, where, and what would be right. A setting
      that is none counts as wrong. Ends with 0 where the service would take it, else with 78.
    """

  static func run(_ arguments: [String]) async -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      print(usage)
      return 0
    }
    do {
      let settings = try await Settings.read(arguments)
      let faults = CheckCommand.faults(settings)
      for fault in faults { Terminal.complain("talentd check: \(fault)") }
      for warning in CheckCommand.warnings(settings) { Terminal.complain("talentd check: warning: \(warning)") }
      guard faults.isEmpty else { return 78 }
      print("the configuration is right: \(settings.origin), in \(settings.stateFolder)")
      return 0
    } catch {
      Terminal.complain("talentd check: \(error.sentence)")
      return 78
    }
  }

  /// What the service would refuse.
  static func faults(_ settings: Settings) -> [String] {
    var faults = settings.unknown.map(\.sentences.en)
    if Zones().zone(settings.zone) == nil {
      faults.append("the setting zone must be a time zone that this machine knows")
    }
    return faults
  }

  /// What it would take, and tell of.
  static func warnings(_ settings: Settings) -> [String] {
    var warnings: [String] = []
    for name in settings.administrators where SystemAccounts.uid(of: name) == nil {
      warnings.append("the machine knows no account \(name), which administrators names: mend it, or make the account")
    }
    if settings.anchor.policy != nil, SystemAccounts.uid(of: settings.anchor.account) == nil {
      warnings.append("the machine knows no account \(settings.anchor.account), which anchor.account names")
    }
    let letters = TemplateFolder(settings.lettersFolder, sender: settings.sender)
    var told: Set<FileFault> = []
    for kind in LetterKind.inOrder {
      guard let fault = letters.fault(of: kind), told.insert(fault).inserted else { continue }
      warnings.append(ServiceIncident.letterUnusable(kind, fault).sentence)
    }
    return warnings
  }
}
