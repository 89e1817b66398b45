import ArgumentParser
import TalentDomain

extension NominationNoun {
  struct AdmitLate: CommandVerb {
    static let configuration = CommandConfiguration.verb("admit-late", AdmitLateNomination.self)

    @Argument(help: ArgumentHelp("The id of the late form.", valueName: "id"))
    var form: Alias

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> AdmitLateNomination {
      var command = AdmitLateNomination()
      command.cohort = try cohort.code()
      command.late = form
      return command
    }
  }
}
