import ArgumentParser
import TalentDomain

extension CentreNoun {
  struct Vacate: CommandVerb {
    static let configuration = CommandConfiguration.verb("vacate", VacateCentrePost.self)

    @Argument(help: ArgumentHelp("The centre, by name.", valueName: "centre"))
    var centre: Line

    @Option(help: ArgumentHelp("chief or deputy.", valueName: "post"))
    var post: CentrePost

    @Option(help: ArgumentHelp("The day on which it happened, where that is earlier.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var options: WriteOptions

    func command() throws -> VacateCentrePost {
      var command = VacateCentrePost()
      command.centre = centre
      command.post = post
      command.date = date
      return command
    }
  }
}
