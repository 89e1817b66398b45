import ArgumentParser
import TalentDomain

extension EligibilityNoun {
  struct Reject: CommandVerb {
    static let configuration = CommandConfiguration.verb("reject", RejectEligibility.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("Why.", valueName: "ground"))
    var ground: EligibilityGround

    @Option(help: ArgumentHelp("The reasons; @FILE reads them from a file.", valueName: "text"))
    var reasons: Text

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> RejectEligibility {
      var command = RejectEligibility()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.ground = ground
      command.reasons = reasons
      return command
    }
  }
}
