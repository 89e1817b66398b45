import ArgumentParser
import TalentDomain

extension RankingNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowRanking.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowRanking {
      var query = ShowRanking()
      query.cohort = try cohort.code()
      return query
    }
  }
}
