import ArgumentParser
import TalentDomain

extension ComplaintNoun {
  struct Answer: CommandVerb {
    static let configuration = CommandConfiguration.verb("answer", AnswerComplaint.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("The answer; @FILE reads it from a file.", valueName: "text"))
    var text: Text

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> AnswerComplaint {
      var command = AnswerComplaint()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.text = text
      return command
    }
  }
}
