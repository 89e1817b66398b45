import ArgumentParser
import TalentDomain

extension PersonNoun {
  struct Register: CommandVerb {
    static let configuration = CommandConfiguration.verb("register", RegisterPerson.self)

    @Argument(help: ArgumentHelp("The employee number.", valueName: "number"))
    var number: Line

    @Option(help: ArgumentHelp("The name.", valueName: "name"))
    var name: Line

    @Option(help: ArgumentHelp("The e-mail address.", valueName: "address"))
    var email: Line?

    @Option(help: ArgumentHelp("The centre, by name.", valueName: "centre"))
    var centre: Line

    @Option(help: ArgumentHelp("The workplace.", valueName: "workplace"))
    var workplace: Line

    @Option(help: ArgumentHelp("The professional background.", valueName: "profession"))
    var profession: Line

    @Option(help: ArgumentHelp("The immediate leader.", valueName: "number"))
    var leader: PersonRef?

    @Flag(help: "Has held a leadership post.")
    var hasLed = false

    @OptionGroup var options: WriteOptions

    func command() throws -> RegisterPerson {
      var command = RegisterPerson()
      command.number = number
      command.name = name
      command.email = email
      command.centre = centre
      command.workplace = workplace
      command.profession = profession
      command.leader = leader
      command.hasLed = hasLed
      return command
    }
  }
}
