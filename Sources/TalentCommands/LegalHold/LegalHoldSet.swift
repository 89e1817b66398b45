import ArgumentParser
import TalentDomain

extension LegalHoldNoun {
  struct Set: CommandVerb {
    static let configuration = CommandConfiguration.verb("set", SetLegalHold.self)

    @Argument(help: ArgumentHelp("Whose data, by employee number or id.", valueName: "number"))
    var person: PersonRef

    @Option(help: ArgumentHelp("Why it must stay.", valueName: "ground"))
    var ground: HoldGround

    @Option(help: ArgumentHelp("In words (@FILE reads them).", valueName: "text"))
    var reason: Text

    @OptionGroup var options: WriteOptions

    func command() throws -> SetLegalHold {
      var command = SetLegalHold()
      command.person = person
      command.ground = ground
      command.reason = reason
      return command
    }
  }
}
