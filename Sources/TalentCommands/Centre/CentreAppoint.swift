import ArgumentParser
import TalentDomain

extension CentreNoun {
  struct Appoint: CommandVerb {
    static let configuration = CommandConfiguration.verb("appoint", AppointCentreChief.self)

    @Argument(help: ArgumentHelp("The centre, by name.", valueName: "centre"))
    var centre: Line

    @Argument(help: ArgumentHelp("Who is appointed.", valueName: "number"))
    var person: PersonRef

    @Option(help: ArgumentHelp("chief or deputy.", valueName: "post"))
    var post: CentrePost

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var options: WriteOptions

    func command() throws -> AppointCentreChief {
      var command = AppointCentreChief()
      command.centre = centre
      command.person = person
      command.post = post
      command.date = date
      return command
    }
  }
}
