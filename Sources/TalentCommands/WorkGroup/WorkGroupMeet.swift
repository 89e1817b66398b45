import ArgumentParser
import TalentDomain

extension WorkGroupNoun {
  struct Meet: CommandVerb {
    static let configuration = CommandConfiguration.verb("meet", HoldWorkGroupMeeting.self)

    @Argument(help: ArgumentHelp("The group, by its number.", valueName: "group"))
    var number: Int

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("Those who were there; absent for all members that still take part.", valueName: "number"))
    var present: [PersonRef] = []

    @Option(help: ArgumentHelp("The day, where it is not today.", valueName: "date"))
    var date: CivilDate?

    @Option(help: ArgumentHelp("How long it lasted, such as 1 or 1/2.", valueName: "days"))
    var days: Rational

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> HoldWorkGroupMeeting {
      var command = HoldWorkGroupMeeting()
      command.cohort = try cohort.code()
      command.date = date
      command.days = days
      command.group = number
      command.present = present
      return command
    }
  }
}
