import ArgumentParser
import TalentDomain

extension AssessorNoun {
  struct Assign: CommandVerb {
    static let configuration = CommandConfiguration.verb("assign", AssignAssessor.self)

    @Argument(help: ArgumentHelp("Who is to assess.", valueName: "number"))
    var assessor: PersonRef

    @Argument(
      help: ArgumentHelp("Whom; without any, everybody towards whom the assessor is impartial.", valueName: "number"))
    var nominees: [PersonRef] = []

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> AssignAssessor {
      var command = AssignAssessor()
      command.cohort = try cohort.code()
      command.assessor = assessor
      command.nominees = nominees
      return command
    }
  }
}
