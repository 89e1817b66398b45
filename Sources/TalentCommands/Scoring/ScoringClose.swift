import ArgumentParser
import TalentDomain

extension ScoringNoun {
  struct Close: CommandVerb {
    static let configuration = CommandConfiguration.verb("close", CloseScoring.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> CloseScoring {
      var command = CloseScoring()
      command.cohort = try cohort.code()
      return command
    }
  }
}
