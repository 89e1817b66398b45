import ArgumentParser
import TalentDomain

extension MentorNoun.MeetingNoun {
  struct Log: CommandVerb {
    static let configuration = CommandConfiguration.verb("log", LogMentorMeeting.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Option(help: ArgumentHelp("The day, where it is not today.", valueName: "date"))
    var date: CivilDate?

    @Option(
      help: ArgumentHelp(
        "How long, in whole quarters of an hour: 15, 30, 45, 60 and so on.", valueName: "minutes"))
    var minutes: Int

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> LogMentorMeeting {
      var command = LogMentorMeeting()
      command.cohort = try cohort.code()
      command.participant = participant
      command.date = date
      command.minutes = minutes
      return command
    }
  }
}
