import ArgumentParser
import TalentDomain

extension MentorNoun {
  struct Register: CommandVerb {
    static let configuration = CommandConfiguration.verb("register", RegisterMentor.self)

    @Argument(help: ArgumentHelp("The mentor, by employee number or id.", valueName: "number"))
    var mentor: PersonRef

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> RegisterMentor {
      var command = RegisterMentor()
      command.cohort = try cohort.code()
      command.mentor = mentor
      return command
    }
  }
}
