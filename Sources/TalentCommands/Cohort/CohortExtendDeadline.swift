import ArgumentParser
import TalentDomain

extension CohortNoun {
  struct ExtendDeadline: CommandVerb {
    static let configuration = CommandConfiguration.verb("extend-deadline", TalentDomain.ExtendDeadline.self)

    @Argument(help: ArgumentHelp("The new last day.", valueName: "date"))
    var deadline: CivilDate

    @Option(help: ArgumentHelp("The ground of the decision; @FILE reads it from a file.", valueName: "text"))
    var ground: Text?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> TalentDomain.ExtendDeadline {
      var command = TalentDomain.ExtendDeadline()
      command.cohort = try cohort.code()
      command.deadline = deadline
      command.ground = ground
      return command
    }
  }
}
