import ArgumentParser
import TalentDomain

extension ReserveNoun {
  struct Promote: CommandVerb {
    static let configuration = CommandConfiguration.verb("promote", PromoteReserve.self)

    @Argument(help: ArgumentHelp("Whom; without one, the best placed of those left.", valueName: "number"))
    var nominee: PersonRef?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> PromoteReserve {
      var command = PromoteReserve()
      command.cohort = try cohort.code()
      command.nominee = nominee
      return command
    }
  }
}
