import ArgumentParser
import TalentDomain

extension EntryNoun {
  struct Correct: CommandVerb {
    static let configuration = CommandConfiguration.verb("correct", CorrectEntry.self)

    @Argument(help: ArgumentHelp("The entry's id, as `participant show` has it.", valueName: "entry"))
    var entry: Alias

    @Option(help: ArgumentHelp("The day as it stands, which must match.", valueName: "date"))
    var oldDate: CivilDate

    @Option(help: ArgumentHelp("The time as it stands, such as 1 or 1/2, which must match.", valueName: "time"))
    var oldTime: Rational

    @Option(help: ArgumentHelp("The right day.", valueName: "date"))
    var date: CivilDate?

    @Option(help: ArgumentHelp("The right time, in days or hours as the track has it.", valueName: "time"))
    var time: Rational?

    @Option(help: ArgumentHelp("Why, in your own words; @FILE reads it from a file (R21).", valueName: "text"))
    var reason: Text?

    @Option(
      help: ArgumentHelp(
        "Why, in one word; of mentor meetings and MBTI nothing is said in other words.", valueName: "ground"))
    var ground: CorrectionGround?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> CorrectEntry {
      var command = CorrectEntry()
      command.cohort = try cohort.code()
      command.entry = entry
      command.oldDate = oldDate
      command.oldAmount = oldTime
      command.date = date
      command.amount = time
      command.ground = ground
      command.reason = reason
      return command
    }
  }
}
