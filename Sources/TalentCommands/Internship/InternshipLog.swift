import ArgumentParser
import TalentDomain

extension InternshipNoun {
  struct Log: CommandVerb {
    static let configuration = CommandConfiguration.verb("log", LogInternshipDay.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Option(help: ArgumentHelp("The day, where it is not today.", valueName: "date"))
    var date: CivilDate?

    @Flag(help: "Half a day.")
    var half = false

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> LogInternshipDay {
      var command = LogInternshipDay()
      command.cohort = try cohort.code()
      command.participant = participant
      command.date = date
      command.days = half ? Rational(1, 2) : Rational(1)
      return command
    }
  }
}
