import ArgumentParser
import TalentDomain

extension WorkGroupNoun {
  struct Work: CommandVerb {
    static let configuration = CommandConfiguration.verb("work", LogIndividualWork.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Option(help: ArgumentHelp("The day, where it is not today.", valueName: "date"))
    var date: CivilDate?

    @Option(help: ArgumentHelp("How long it lasted, such as 1 or 1/2.", valueName: "days"))
    var days: Rational

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> LogIndividualWork {
      var command = LogIndividualWork()
      command.cohort = try cohort.code()
      command.date = date
      command.days = days
      command.participant = participant
      return command
    }
  }
}
