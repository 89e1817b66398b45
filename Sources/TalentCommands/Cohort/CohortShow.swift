import ArgumentParser
import TalentDomain

extension CohortNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowCohort.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowCohort {
      var query = ShowCohort()
      query.cohort = try cohort.code()
      return query
    }
  }
}
