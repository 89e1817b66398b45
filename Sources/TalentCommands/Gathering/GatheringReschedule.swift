import ArgumentParser
import TalentDomain

extension GatheringNoun {
  struct Reschedule: CommandVerb {
    static let configuration = CommandConfiguration.verb("reschedule", RescheduleGathering.self)

    @Argument(help: ArgumentHelp("The gathering, by number.", valueName: "number"))
    var number: Int

    @Option(help: ArgumentHelp("The new day.", valueName: "date"))
    var date: CivilDate

    @Option(help: ArgumentHelp("Its last day, where it has several.", valueName: "date"))
    var lastDate: CivilDate?

    @Option(help: ArgumentHelp("When it begins, such as 09:00.", valueName: "time"))
    var starts: TimeOfDay

    @Option(help: ArgumentHelp("When it ends, such as 16:00.", valueName: "time"))
    var ends: TimeOfDay

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> RescheduleGathering {
      var command = RescheduleGathering()
      command.cohort = try cohort.code()
      command.number = number
      command.starts = LocalTime(date: date, time: starts)
      command.ends = LocalTime(date: lastDate ?? date, time: ends)
      return command
    }
  }
}

extension TimeOfDay: ExpressibleByArgument {
  package init?(argument: String) {
    guard let time = TimeOfDay(argument) ?? TimeOfDay(argument + ":00") else { return nil }
    self = time
  }
}
