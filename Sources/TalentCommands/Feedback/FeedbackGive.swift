import ArgumentParser
import TalentDomain

extension FeedbackNoun {
  struct Give: CommandVerb {
    static let configuration = CommandConfiguration.verb("give", GiveFeedback.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(
      help: ArgumentHelp("What it takes to be selected next time. @FILE reads it from a file.", valueName: "text"))
    var next: Text?

    @Option(
      help: ArgumentHelp("Whether the programme is right, right now. @FILE reads it from a file.", valueName: "text"))
    var rightNow: Text?

    @Option(
      help: ArgumentHelp("Whether it is realistic to be selected. @FILE reads it from a file.", valueName: "text"))
    var realistic: Text?

    @Option(
      help: ArgumentHelp(
        "What other possibilities to develop there are. @FILE reads it from a file.", valueName: "text"))
    var alternatives: Text?

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> GiveFeedback {
      var command = GiveFeedback()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.next = next
      command.rightNow = rightNow
      command.realistic = realistic
      command.alternatives = alternatives
      command.date = date
      return command
    }
  }
}
