import ArgumentParser
import TalentDomain

extension SelectionNoun {
  struct Return: CommandVerb {
    static let configuration = CommandConfiguration.verb("return", ReturnSelection.self)

    @Option(help: ArgumentHelp("The digest of the proposal.", valueName: "digest"))
    var proposal: Digest

    @Option(help: ArgumentHelp("The reasons; @FILE reads them from a file.", valueName: "text"))
    var reasons: Text

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> ReturnSelection {
      var command = ReturnSelection()
      command.cohort = try cohort.code()
      command.proposal = proposal
      command.reasons = reasons
      return command
    }
  }
}
