import ArgumentParser
import TalentDomain

extension EntryNoun {
  struct Confirm: CommandVerb {
    static let configuration = CommandConfiguration.verb("confirm", ConfirmEntry.self)

    @Argument(help: ArgumentHelp("The entry's id, as `participant show` has it.", valueName: "entry"))
    var entry: Alias

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> ConfirmEntry {
      var command = ConfirmEntry()
      command.cohort = try cohort.code()
      command.entry = entry
      return command
    }
  }
}
