import ArgumentParser
import TalentDomain

extension AssessmentNoun {
  struct Void: CommandVerb {
    static let configuration = CommandConfiguration.verb("void", VoidAssessment.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("Whose score.", valueName: "number"))
    var assessor: PersonRef

    @Option(help: ArgumentHelp("The question; without it the whole set.", valueName: "number"))
    var question: Int?

    @Option(help: ArgumentHelp("The reasons; @FILE reads them from a file.", valueName: "text"))
    var reason: Text

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> VoidAssessment {
      var command = VoidAssessment()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.assessor = assessor
      command.question = question
      command.reason = reason
      return command
    }
  }
}
