import ArgumentParser
import TalentDomain

extension ReserveNoun {
  struct Lapse: CommandVerb {
    static let configuration = CommandConfiguration.verb("lapse", LapseReserve.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("The reasons; @FILE reads them from a file.", valueName: "text"))
    var reasons: Text

    @Flag(help: "The HR Centre ends the reserve before its time.")
    var early = false

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> LapseReserve {
      var command = LapseReserve()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.reasons = reasons
      command.early = early ? true : nil
      return command
    }
  }
}
