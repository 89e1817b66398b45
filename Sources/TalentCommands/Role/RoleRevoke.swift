import ArgumentParser
import TalentDomain

extension RoleNoun {
  struct Revoke: CommandVerb {
    static let configuration = CommandConfiguration.verb("revoke", RevokeRole.self)

    @Argument(help: ArgumentHelp("Who loses it.", valueName: "number"))
    var person: PersonRef

    @Argument(help: ArgumentHelp("The role.", valueName: "role"))
    var role: Role

    @Option(help: ArgumentHelp("Only in this cohort.", valueName: "year"))
    var cohort: Code?

    @OptionGroup var options: WriteOptions

    func command() throws -> RevokeRole {
      var command = RevokeRole()
      command.person = person
      command.role = role
      command.cohort = cohort
      return command
    }
  }
}
