import ArgumentParser
import TalentDomain

extension SeatNoun {
  struct Decline: CommandVerb {
    static let configuration = CommandConfiguration.verb("decline", DeclineSeat.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("The reason; @FILE reads it from a file.", valueName: "text"))
    var reason: Text?

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> DeclineSeat {
      var command = DeclineSeat()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.reason = reason
      command.date = date
      return command
    }
  }
}
