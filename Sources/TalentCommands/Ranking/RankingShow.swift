import ArgumentParser
import TalentDomain

extension RankingNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowRanking.self)

    @Option(help: ArgumentHelp("Only what was in effect by the end of this day.", valueName: "date"))
    var effective: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowRanking {
      var query = ShowRanking()
      query.cohort = try cohort.code()
      query.effective = effective
      return query
    }
  }
}
