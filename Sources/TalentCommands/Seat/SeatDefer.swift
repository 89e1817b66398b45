import ArgumentParser
import TalentDomain

extension SeatNoun {
  struct Defer: CommandVerb {
    static let configuration = CommandConfiguration.verb("defer", DeferParticipation.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("Why.", valueName: "ground"))
    var ground: DeferralGround

    @Flag(help: "The board promises a seat in the next cohort.")
    var seatNextCohort = false

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> DeferParticipation {
      var command = DeferParticipation()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.ground = ground
      command.seatNextCohort = seatNextCohort
      command.date = date
      return command
    }
  }
}
