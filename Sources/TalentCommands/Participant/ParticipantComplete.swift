import ArgumentParser
import TalentDomain

extension ParticipantNoun {
  struct Complete: CommandVerb {
    static let configuration = CommandConfiguration.verb("complete", CompleteProgramme.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Option(
      help: ArgumentHelp(
        "Why, where a track is below its lower bound; @FILE reads it from a file.", valueName: "text"))
    var ground: Text?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> CompleteProgramme {
      var command = CompleteProgramme()
      command.cohort = try cohort.code()
      command.participant = participant
      command.ground = ground
      return command
    }
  }
}
