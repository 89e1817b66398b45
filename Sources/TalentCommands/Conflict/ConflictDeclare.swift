import ArgumentParser
import TalentDomain

extension ConflictNoun {
  struct Declare: CommandVerb {
    static let configuration = CommandConfiguration.verb("declare", DeclareConflict.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("kin, leader or other.", valueName: "kind"))
    var kind: Conflict.Kind

    @Option(help: ArgumentHelp("Who has the conflict, where that is somebody else.", valueName: "number"))
    var person: PersonRef?

    @Option(help: ArgumentHelp("The reasons; @FILE reads them from a file.", valueName: "text"))
    var reasons: Text?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> DeclareConflict {
      var command = DeclareConflict()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.kind = kind
      command.person = person
      command.reasons = reasons
      return command
    }
  }
}
