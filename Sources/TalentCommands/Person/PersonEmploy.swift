import ArgumentParser
import TalentDomain

extension PersonNoun {
  struct Employ: CommandVerb {
    static let configuration = CommandConfiguration.verb("employ", RecordEmployment.self)

    @Argument(help: ArgumentHelp("The employee, by number or id.", valueName: "number"))
    var person: PersonRef

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

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var options: WriteOptions

    func command() throws -> RecordEmployment {
      var command = RecordEmployment()
      command.person = person
      command.centre = centre
      command.workplace = workplace
      command.profession = profession
      command.leader = leader
      command.hasLed = hasLed
      command.date = date
      return command
    }
  }
}
