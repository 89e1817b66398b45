import ArgumentParser
import TalentDomain

extension CohortNoun {
  struct Deviations: QueryVerb {
    static let configuration = CommandConfiguration.verb("deviations", ListDeviations.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListDeviations {
      var query = ListDeviations()
      query.cohort = try cohort.code()
      return query
    }
  }
}
