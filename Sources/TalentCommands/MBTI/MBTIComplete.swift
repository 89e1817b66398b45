import ArgumentParser
import TalentDomain

extension MBTINoun {
  struct Complete: CommandVerb {
    static let configuration = CommandConfiguration.verb("complete", CompleteMBTIQuestionnaire.self)

    @Argument(help: ArgumentHelp("The participants, by employee number or id.", valueName: "number"))
    var participants: [PersonRef]

    @Option(help: ArgumentHelp("The day, where it is not today.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> CompleteMBTIQuestionnaire {
      var command = CompleteMBTIQuestionnaire()
      command.cohort = try cohort.code()
      command.date = date
      command.participants = participants
      return command
    }
  }
}
