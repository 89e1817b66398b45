import ArgumentParser
import TalentDomain

extension PersonNoun {
  struct Leave: CommandVerb {
    static let configuration = CommandConfiguration.verb("leave", EndEmployment.self)

    @Argument(help: ArgumentHelp("The employee, by number or id.", valueName: "number"))
    var person: PersonRef

    @Option(help: ArgumentHelp("The first day without the employment, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var options: WriteOptions

    func command() throws -> EndEmployment {
      var command = EndEmployment()
      command.person = person
      command.date = date
      return command
    }
  }
}
