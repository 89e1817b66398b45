import ArgumentParser
import TalentDomain

extension RoleNoun {
  struct Grant: CommandVerb {
    static let configuration = CommandConfiguration.verb("grant", GrantRole.self)

    @Argument(help: ArgumentHelp("Who gets it.", valueName: "number"))
    var person: PersonRef

    @Argument(help: ArgumentHelp("The role.", valueName: "role"))
    var role: Role

    @Option(help: ArgumentHelp("Only in this cohort.", valueName: "year"))
    var cohort: Code?

    @OptionGroup var options: WriteOptions

    func command() throws -> GrantRole {
      var command = GrantRole()
      command.person = person
      command.role = role
      command.cohort = cohort
      return command
    }
  }
}
