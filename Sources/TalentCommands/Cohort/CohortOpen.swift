import ArgumentParser
import TalentDomain

extension CohortNoun {
  struct Open: CommandVerb {
    static let configuration = CommandConfiguration.verb("open", OpenCohort.self)

    @Argument(help: ArgumentHelp("The cohort, such as 2027.", valueName: "year"))
    var year: Code

    @Option(help: ArgumentHelp("Its title.", valueName: "title"))
    var title: Line

    @Option(help: ArgumentHelp("How many seats there are.", valueName: "count"))
    var seats: Int

    @Option(help: ArgumentHelp("The last day for nominations.", valueName: "date"))
    var deadline: CivilDate

    @Option(help: ArgumentHelp("The day of the MBTI feedback.", valueName: "date"))
    var mbti: CivilDate

    @Option(help: ArgumentHelp("The day of the kick-off.", valueName: "date"))
    var kickOff: CivilDate

    @Option(help: ArgumentHelp("The time zone.", valueName: "name"))
    var zone: Line = "Europe/Copenhagen"

    @OptionGroup var options: WriteOptions

    func command() throws -> OpenCohort {
      var command = OpenCohort()
      command.cohort = year
      command.title = title
      command.seats = seats
      command.deadline = deadline
      command.mbtiDate = mbti
      command.kickOff = kickOff
      command.zone = zone
      return command
    }
  }
}
