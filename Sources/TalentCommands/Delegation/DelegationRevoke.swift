import ArgumentParser
import TalentDomain

extension DelegationNoun {
  struct Revoke: CommandVerb {
    static let configuration = CommandConfiguration.verb("revoke", RevokeDelegation.self)

    @Option(help: ArgumentHelp("Who may record.", valueName: "number"))
    var to: PersonRef

    @Option(help: ArgumentHelp("On whose behalf.", valueName: "number"))
    var of: PersonRef

    @OptionGroup var options: WriteOptions

    func command() throws -> RevokeDelegation {
      var command = RevokeDelegation()
      command.to = to
      command.of = of
      return command
    }
  }
}
