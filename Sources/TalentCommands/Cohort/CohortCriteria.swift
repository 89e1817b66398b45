import ArgumentParser
import TalentDomain

extension CohortNoun {
  struct Criteria: QueryVerb {
    static let configuration = CommandConfiguration.verb("criteria", ShowCriteria.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowCriteria {
      var query = ShowCriteria()
      query.cohort = try cohort.code()
      return query
    }
  }
}
