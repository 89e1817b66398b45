import ArgumentParser
import TalentDomain

extension RuleSetNoun {
  struct Adopt: CommandVerb {
    static let configuration = CommandConfiguration.verb("adopt", AdoptRuleSet.self)

    @Option(
      name: .customLong("from"), help: ArgumentHelp("Such as Config/programme.yaml.", valueName: "file"),
      completion: .file())
    var file: String

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> AdoptRuleSet {
      try SetupFile(file).adoptRuleSet(try cohort.code(), today: try Session(common).today)
    }
  }
}
