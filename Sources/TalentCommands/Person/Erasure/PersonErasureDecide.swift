import ArgumentParser
import TalentDomain

extension PersonNoun.ErasureNoun {
  struct Decide: CommandVerb {
    static let configuration = CommandConfiguration.verb("decide", DecideErasure.self)

    @Argument(help: ArgumentHelp("Whose data, by employee number or id.", valueName: "number"))
    var person: PersonRef

    @Flag(help: "Grant it.")
    var grant = false

    @Flag(help: "Refuse it.")
    var refuse = false

    @Option(
      help: ArgumentHelp(
        "The letter of article 17 that it rests on, such as art17-1-b; art17-1 where there is no ground.",
        valueName: "letter"))
    var basis: ErasureBasis

    @Option(
      name: .customLong("class"),
      help: ArgumentHelp("Only of this class; without it, those of the request, or all.", valueName: "class"))
    var classes: [RetentionClass] = []

    @Option(help: ArgumentHelp("As the person is told (@FILE reads it).", valueName: "text"))
    var reason: Text?

    @OptionGroup var options: WriteOptions

    func validate() throws {
      guard grant != refuse else { throw ValidationError("Give --grant or --refuse.") }
    }

    func command() throws -> DecideErasure {
      var command = DecideErasure()
      command.person = person
      command.granted = grant
      command.basis = basis
      command.classes = classes.isEmpty ? nil : classes
      command.reason = reason
      return command
    }
  }
}
