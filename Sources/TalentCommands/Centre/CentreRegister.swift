import ArgumentParser
import TalentDomain

extension CentreNoun {
  struct Register: CommandVerb {
    static let configuration = CommandConfiguration.verb("register", RegisterCentre.self)

    @Argument(help: ArgumentHelp("The name.", valueName: "name"))
    var name: Line

    @OptionGroup var options: WriteOptions

    func command() throws -> RegisterCentre {
      var command = RegisterCentre()
      command.name = name
      return command
    }
  }
}
