import ArgumentParser
import TalentDomain

extension ArchiveClearanceNoun {
  struct Record: CommandVerb {
    static let configuration = CommandConfiguration.verb("record", RecordArchiveClearance.self)

    @Argument(help: ArgumentHelp("The cohort's year.", valueName: "cohort"))
    var cohort: Code

    @Option(help: ArgumentHelp("The journal number of the archives' decision.", valueName: "number"))
    var reference: Line

    @OptionGroup var options: WriteOptions

    func command() throws -> RecordArchiveClearance {
      var command = RecordArchiveClearance()
      command.cohort = cohort
      command.reference = reference
      return command
    }
  }
}
