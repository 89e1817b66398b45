import ArgumentParser
import TalentDomain

extension ComplaintNoun {
  struct Receive: CommandVerb {
    static let configuration = CommandConfiguration.verb("receive", ReceiveComplaint.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("The complaint; @FILE reads it from a file.", valueName: "text"))
    var text: Text

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> ReceiveComplaint {
      var command = ReceiveComplaint()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.text = text
      command.date = date
      return command
    }
  }
}
