import ArgumentParser
import TalentDomain

extension CaseNoteNoun {
  struct Record: CommandVerb {
    static let configuration = CommandConfiguration.verb("record", RecordCaseNote.self)

    @Argument(help: ArgumentHelp("About whom; without one, about the case.", valueName: "number"))
    var nominee: PersonRef?

    @Option(help: ArgumentHelp("The note; @FILE reads it from a file.", valueName: "text"))
    var text: Text

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> RecordCaseNote {
      var command = RecordCaseNote()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.text = text
      command.date = date
      return command
    }
  }
}
