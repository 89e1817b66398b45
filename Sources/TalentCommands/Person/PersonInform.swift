import ArgumentParser
import TalentDomain

extension PersonNoun {
  struct Inform: CommandVerb {
    static let configuration = CommandConfiguration.verb("inform", GiveInformation.self)

    @Argument(help: ArgumentHelp("The employee, by number or id.", valueName: "number"))
    var person: PersonRef

    @Option(help: ArgumentHelp("The version of what was told.", valueName: "version"))
    var version: Code

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var options: WriteOptions

    func command() throws -> GiveInformation {
      var command = GiveInformation()
      command.person = person
      command.version = version
      command.date = date
      return command
    }
  }
}
