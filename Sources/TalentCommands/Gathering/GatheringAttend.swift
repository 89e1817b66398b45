import ArgumentParser
import TalentDomain

extension GatheringNoun {
  struct Attend: CommandVerb {
    static let configuration = CommandConfiguration.verb("attend", RecordAttendance.self)

    @Argument(help: ArgumentHelp("The gathering, by number.", valueName: "gathering"))
    var number: Int

    @Argument(help: ArgumentHelp("Those who were there, by employee number or id.", valueName: "number"))
    var participants: [PersonRef] = []

    @Flag(help: "Everybody who takes part and has not been recorded yet.")
    var all = false

    @Option(
      help: ArgumentHelp("For how many days, such as 1 or 1/2; absent for the whole gathering.", valueName: "days"))
    var days: Rational?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func validate() throws {
      guard all == participants.isEmpty else {
        throw ValidationError(
          all ? "Name participants or give --all, not both." : "Name those who were there, or give --all.")
      }
    }

    func command() throws -> RecordAttendance {
      var command = RecordAttendance()
      command.all = all
      command.cohort = try cohort.code()
      command.days = days
      command.gathering = number
      command.participants = participants
      return command
    }
  }
}
