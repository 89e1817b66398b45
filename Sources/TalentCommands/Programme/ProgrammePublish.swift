import ArgumentParser
import TalentDomain

extension ProgrammeNoun {
  struct Publish: CommandVerb {
    static let configuration = CommandConfiguration.verb("publish", PublishProgramme.self)

    @Option(
      name: .customLong("from"), help: ArgumentHelp("Such as Config/programme.yaml.", valueName: "file"),
      completion: .file())
    var file: String

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> PublishProgramme {
      try SetupFile(file).publishProgramme(try cohort.code())
    }
  }
}
