import ArgumentParser
import TalentDomain

extension AssessmentNoun {
  struct Revise: CommandVerb {
    static let configuration = CommandConfiguration.verb("revise", ReviseAssessment.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("The question, by number.", valueName: "number"))
    var question: Int

    @Option(help: ArgumentHelp("The basis that stands.", valueName: "basis"))
    var oldBasis: Basis

    @Option(help: ArgumentHelp("The points that stand.", valueName: "points"))
    var oldPoints: Int

    @Option(help: ArgumentHelp("What it rests on.", valueName: "basis"))
    var basis: Basis

    @Option(help: ArgumentHelp("The points.", valueName: "points"))
    var points: Int

    @Option(help: ArgumentHelp("The reasons; @FILE reads them from a file.", valueName: "text"))
    var reason: Text

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> ReviseAssessment {
      var command = ReviseAssessment()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.question = question
      command.oldBasis = oldBasis
      command.oldPoints = oldPoints
      command.basis = basis
      command.points = points
      command.reason = reason
      return command
    }
  }
}
