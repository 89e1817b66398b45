import ArgumentParser
import TalentDomain
import TalentInterface

extension CohortNoun {
  /// Without `--at`: figures of another moment, beside these, could tell of one person.
  struct Statistics: Verb {
    static let configuration = CommandConfiguration.verb("statistics", ShowStatistics.self)
    static let methods = [ShowStatistics.fullMethod]

    @Argument(help: ArgumentHelp("The cohort.", valueName: "cohort"))
    var cohort: Code

    @OptionGroup var common: CommonOptions

    func run() throws {
      var query = ShowStatistics()
      query.cohort = cohort
      let session = try Session(common)
      let (answer, bytes) = try session.ask(query)
      Output.write(answer, bytes, session)
    }
  }
}
