import ArgumentParser
import TalentDomain

extension CriteriaNoun {
  struct Publish: CommandVerb {
    static let configuration = CommandConfiguration.verb("publish", PublishCriteria.self)

    @Option(
      name: .customLong("from"), help: ArgumentHelp("Such as Config/programme.yaml.", valueName: "file"),
      completion: .file())
    var file: String

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> PublishCriteria {
      try SetupFile(file).publishCriteria(try cohort.code())
    }
  }
}
