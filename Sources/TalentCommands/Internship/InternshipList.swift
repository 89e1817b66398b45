import ArgumentParser
import TalentDomain

extension InternshipNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListInternships.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListInternships {
      var query = ListInternships()
      query.cohort = try cohort.code()
      return query
    }
  }
}
