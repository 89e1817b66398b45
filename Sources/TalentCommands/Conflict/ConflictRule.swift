import ArgumentParser
import TalentDomain

extension ConflictNoun {
  struct Rule: CommandVerb {
    static let configuration = CommandConfiguration.verb("rule", RuleConflict.self)

    @Argument(help: ArgumentHelp("The id of the declared conflict.", valueName: "id"))
    var conflict: Alias

    @Flag(help: "Whether there is a conflict.")
    var ruling: ConflictRuling

    @Option(help: ArgumentHelp("The reasons; @FILE reads them from a file.", valueName: "text"))
    var reasons: Text

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> RuleConflict {
      var command = RuleConflict()
      command.cohort = try cohort.code()
      command.conflict = conflict
      command.upheld = ruling == .uphold
      command.reasons = reasons
      return command
    }
  }
}

enum ConflictRuling: String, EnumerableFlag {
  case uphold, dismiss
}
