import ArgumentParser
import TalentDomain

extension AccountNoun {
  struct Unbind: CommandVerb {
    static let configuration = CommandConfiguration.verb("unbind", UnbindAccount.self)

    @Argument(help: ArgumentHelp("Whose account it is.", valueName: "number"))
    var person: PersonRef

    @OptionGroup var options: WriteOptions

    func command() throws -> UnbindAccount {
      var command = UnbindAccount()
      command.person = person
      return command
    }
  }
}
