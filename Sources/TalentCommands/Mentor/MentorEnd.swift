import ArgumentParser
import TalentDomain

extension MentorNoun {
  struct End: CommandVerb {
    static let configuration = CommandConfiguration.verb("end", EndMentorMatch.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Option(help: ArgumentHelp("Why.", valueName: "ground"))
    var ground: MatchEndGround

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> EndMentorMatch {
      var command = EndMentorMatch()
      command.cohort = try cohort.code()
      command.participant = participant
      command.ground = ground
      command.date = date
      return command
    }
  }
}

extension MatchEndGround: ArgumentChoice {}
