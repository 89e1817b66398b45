import ArgumentParser
import TalentDomain

extension InterestNoun {
  struct Confirm: CommandVerb {
    static let configuration = CommandConfiguration.verb("confirm", ConfirmInterest.self)

    @Argument(help: ArgumentHelp("Whose interest.", valueName: "number"))
    var employee: PersonRef

    @Option(help: ArgumentHelp("When.", valueName: "date"))
    var date: CivilDate

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> ConfirmInterest {
      var command = ConfirmInterest()
      command.cohort = try cohort.code()
      command.employee = employee
      command.date = date
      return command
    }
  }
}
