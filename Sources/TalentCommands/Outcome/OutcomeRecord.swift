import ArgumentParser
import TalentDomain

extension OutcomeNoun {
  struct Record: CommandVerb {
    static let configuration = CommandConfiguration.verb("record", RecordOutcome.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Argument(help: "What has become of the participant.")
    var outcome: ParticipantOutcome.Kind

    @Option(help: ArgumentHelp("The day on which it was so, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> RecordOutcome {
      var command = RecordOutcome()
      command.cohort = try cohort.code()
      command.participant = participant
      command.outcome = outcome
      command.date = date
      return command
    }
  }
}
