import ArgumentParser
import TalentDomain

extension WorkGroupNoun {
  struct Join: CommandVerb {
    static let configuration = CommandConfiguration.verb("join", JoinWorkGroup.self)

    @Argument(help: ArgumentHelp("The group, by its number.", valueName: "group"))
    var number: Int

    @Argument(help: ArgumentHelp("The new members, by employee number or id.", valueName: "number"))
    var participants: [PersonRef]

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> JoinWorkGroup {
      var command = JoinWorkGroup()
      command.cohort = try cohort.code()
      command.group = number
      command.participants = participants
      return command
    }
  }
}
