import ArgumentParser
import TalentDomain

extension SeatNoun {
  struct Accept: CommandVerb {
    static let configuration = CommandConfiguration.verb("accept", AcceptSeat.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> AcceptSeat {
      var command = AcceptSeat()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.date = date
      return command
    }
  }
}
