import ArgumentParser
import TalentDomain

extension ConversationNoun {
  struct Hold: CommandVerb {
    static let configuration = CommandConfiguration.verb("hold", HoldTalentConversation.self)

    @Argument(help: ArgumentHelp("With whom.", valueName: "number"))
    var employee: PersonRef

    @Option(help: ArgumentHelp("When.", valueName: "date"))
    var date: CivilDate

    @Option(help: ArgumentHelp("leader or employee.", valueName: "who"))
    var startedBy: Initiative

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> HoldTalentConversation {
      var command = HoldTalentConversation()
      command.cohort = try cohort.code()
      command.employee = employee
      command.date = date
      command.startedBy = startedBy
      return command
    }
  }
}
