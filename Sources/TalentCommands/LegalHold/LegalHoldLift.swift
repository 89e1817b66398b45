import ArgumentParser
import TalentDomain

extension LegalHoldNoun {
  struct Lift: CommandVerb {
    static let configuration = CommandConfiguration.verb("lift", LiftLegalHold.self)

    @Argument(help: ArgumentHelp("Whose data, by employee number or id.", valueName: "number"))
    var person: PersonRef

    @Option(help: ArgumentHelp("Why it must stay.", valueName: "ground"))
    var ground: HoldGround

    @Option(help: ArgumentHelp("In words (@FILE reads them).", valueName: "text"))
    var reason: Text

    @OptionGroup var options: WriteOptions

    func command() throws -> LiftLegalHold {
      var command = LiftLegalHold()
      command.person = person
      command.ground = ground
      command.reason = reason
      return command
    }
  }
}
