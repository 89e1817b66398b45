import ArgumentParser
import TalentDomain

extension WorkGroupNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListWorkGroups.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListWorkGroups {
      var query = ListWorkGroups()
      query.cohort = try cohort.code()
      return query
    }
  }
}
