import ArgumentParser
import TalentDomain

extension MentorNoun {
  struct Match: CommandVerb {
    static let configuration = CommandConfiguration.verb("match", MatchMentor.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Argument(help: ArgumentHelp("The mentor, by employee number or id.", valueName: "number"))
    var mentor: PersonRef

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> MatchMentor {
      var command = MatchMentor()
      command.cohort = try cohort.code()
      command.participant = participant
      command.mentor = mentor
      command.date = date
      return command
    }
  }
}
