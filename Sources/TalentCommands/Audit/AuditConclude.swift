import ArgumentParser
import TalentDomain

extension AuditNoun {
  struct Conclude: CommandVerb {
    static let configuration = CommandConfiguration.verb("conclude", ConcludeAudit.self)

    @Argument(help: ArgumentHelp("The cohort's year.", valueName: "cohort"))
    var cohort: Code

    @Option(help: ArgumentHelp("The auditors' report, by its journal number.", valueName: "number"))
    var reference: Line

    @OptionGroup var options: WriteOptions

    func command() throws -> ConcludeAudit {
      var command = ConcludeAudit()
      command.cohort = cohort
      command.reference = reference
      return command
    }
  }
}
