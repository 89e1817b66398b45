import ArgumentParser
import TalentDomain

extension AccountNoun {
  struct Bind: CommandVerb {
    static let configuration = CommandConfiguration.verb("bind", BindAccount.self)

    @Argument(help: ArgumentHelp("Whose account it is.", valueName: "number"))
    var person: PersonRef

    @Option(help: ArgumentHelp("The name of the operating-system account.", valueName: "name"))
    var account: Line

    @Option(help: ArgumentHelp("Its number.", valueName: "uid"))
    var uid: Int

    @OptionGroup var options: WriteOptions

    func command() throws -> BindAccount {
      var command = BindAccount()
      command.person = person
      command.account = account
      command.uid = uid
      return command
    }
  }
}
