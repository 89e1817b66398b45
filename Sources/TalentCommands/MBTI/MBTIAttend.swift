import ArgumentParser
import TalentDomain

extension MBTINoun {
  struct Attend: CommandVerb {
    static let configuration = CommandConfiguration.verb("attend", AttendMBTIFeedback.self)

    @Argument(help: ArgumentHelp("The participants, by employee number or id.", valueName: "number"))
    var participants: [PersonRef]

    @Option(help: ArgumentHelp("The day, where it is not today.", valueName: "date"))
    var date: CivilDate?

    @Flag(help: "A session of its own, for those who came late to the cohort.")
    var makeUp = false

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> AttendMBTIFeedback {
      var command = AttendMBTIFeedback()
      command.cohort = try cohort.code()
      command.date = date
      command.makeUp = makeUp
      command.participants = participants
      return command
    }
  }
}
