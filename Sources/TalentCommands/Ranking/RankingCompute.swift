import ArgumentParser
import TalentDomain

extension RankingNoun {
  struct Compute: CommandVerb {
    static let configuration = CommandConfiguration.verb("compute", ComputeRanking.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> ComputeRanking {
      var command = ComputeRanking()
      command.cohort = try cohort.code()
      return command
    }
  }
}
