import ArgumentParser
import TalentDomain

extension AssessmentNoun {
  struct Score: CommandVerb {
    static let configuration = CommandConfiguration.verb("score", ScoreAssessment.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("The question, by number.", valueName: "number"))
    var question: Int

    @Option(help: ArgumentHelp("What it rests on.", valueName: "basis"))
    var basis: Basis

    @Option(help: ArgumentHelp("The points.", valueName: "points"))
    var points: Int

    @Option(help: ArgumentHelp("A remark; @FILE reads it from a file.", valueName: "text"))
    var remark: Text?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> ScoreAssessment {
      var command = ScoreAssessment()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.question = question
      command.basis = basis
      command.points = points
      command.remark = remark
      return command
    }
  }
}
