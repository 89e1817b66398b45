import ArgumentParser
import TalentDomain

extension InternshipNoun {
  struct Agree: CommandVerb {
    static let configuration = CommandConfiguration.verb("agree", AgreeInternship.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Argument(help: ArgumentHelp("The host, a leader, by employee number or id.", valueName: "number"))
    var host: PersonRef

    @Option(help: ArgumentHelp("The first day of the period.", valueName: "date"))
    var from: CivilDate

    @Option(help: ArgumentHelp("The last day of the period.", valueName: "date"))
    var to: CivilDate

    @Option(help: ArgumentHelp("How many days in all, such as 2 or 5/2.", valueName: "days"))
    var days: Rational

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> AgreeInternship {
      var command = AgreeInternship()
      command.cohort = try cohort.code()
      command.participant = participant
      command.host = host
      command.from = from
      command.to = to
      command.days = days
      return command
    }
  }
}
