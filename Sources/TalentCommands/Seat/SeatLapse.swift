import ArgumentParser
import TalentDomain

extension SeatNoun {
  struct Lapse: CommandVerb {
    static let configuration = CommandConfiguration.verb("lapse", LapseSeatOffer.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> LapseSeatOffer {
      var command = LapseSeatOffer()
      command.cohort = try cohort.code()
      command.nominee = nominee
      return command
    }
  }
}
