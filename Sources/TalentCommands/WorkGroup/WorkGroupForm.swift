import ArgumentParser
import TalentDomain

extension WorkGroupNoun {
  struct Form: CommandVerb {
    static let configuration = CommandConfiguration.verb("form", FormWorkGroup.self)

    @Argument(help: ArgumentHelp("The members, by employee number or id.", valueName: "number"))
    var participants: [PersonRef]

    @Option(help: ArgumentHelp("What the group works on; it is public, so name nobody.", valueName: "text"))
    var task: Line

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> FormWorkGroup {
      var command = FormWorkGroup()
      command.cohort = try cohort.code()
      command.participants = participants
      command.task = task
      return command
    }
  }
}
