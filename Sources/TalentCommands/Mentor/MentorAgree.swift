import ArgumentParser
import TalentDomain

extension MentorNoun {
  struct Agree: CommandVerb {
    static let configuration = CommandConfiguration.verb("agree", AgreeConfidentiality.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> AgreeConfidentiality {
      var command = AgreeConfidentiality()
      command.cohort = try cohort.code()
      command.participant = participant
      command.date = date
      return command
    }
  }
}
