import ArgumentParser
import TalentDomain

extension PersonNoun.ErasureNoun {
  struct Request: CommandVerb {
    static let configuration = CommandConfiguration.verb("request", RequestErasure.self)

    @Argument(help: ArgumentHelp("Whose data, by employee number or id.", valueName: "number"))
    var person: PersonRef

    @Option(name: .customLong("class"), help: ArgumentHelp("Only of this class.", valueName: "class"))
    var classes: [RetentionClass] = []

    @Option(help: ArgumentHelp("The day on which it came in, where that is earlier.", valueName: "date"))
    var received: CivilDate?

    @Option(help: ArgumentHelp("Why, if it was said (@FILE reads it).", valueName: "text"))
    var reason: Text?

    @OptionGroup var options: WriteOptions

    func command() throws -> RequestErasure {
      var command = RequestErasure()
      command.person = person
      command.classes = classes.isEmpty ? nil : classes
      command.received = received
      command.reason = reason
      return command
    }
  }
}
