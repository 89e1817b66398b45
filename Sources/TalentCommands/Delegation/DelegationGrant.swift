import ArgumentParser
import TalentDomain

extension DelegationNoun {
  struct Grant: CommandVerb {
    static let configuration = CommandConfiguration.verb("grant", GrantDelegation.self)

    @Option(help: ArgumentHelp("Who may record.", valueName: "number"))
    var to: PersonRef

    @Option(help: ArgumentHelp("On whose behalf.", valueName: "number"))
    var of: PersonRef

    @OptionGroup var options: WriteOptions

    func command() throws -> GrantDelegation {
      var command = GrantDelegation()
      command.to = to
      command.of = of
      return command
    }
  }
}
