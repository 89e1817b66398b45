import ArgumentParser
import TalentDomain

extension CalibrationNoun {
  struct Hold: CommandVerb {
    static let configuration = CommandConfiguration.verb("hold", HoldCalibration.self)

    @Argument(help: ArgumentHelp("Those present.", valueName: "number"))
    var present: [PersonRef]

    @Option(help: ArgumentHelp("When.", valueName: "date"))
    var date: CivilDate

    @Option(help: ArgumentHelp("A note; @FILE reads it from a file.", valueName: "text"))
    var note: Text?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> HoldCalibration {
      var command = HoldCalibration()
      command.cohort = try cohort.code()
      command.present = present
      command.date = date
      command.note = note
      return command
    }
  }
}
