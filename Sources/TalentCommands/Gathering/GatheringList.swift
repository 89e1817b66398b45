import ArgumentParser
import TalentDomain

extension GatheringNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListGatherings.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListGatherings {
      var query = ListGatherings()
      query.cohort = try cohort.code()
      return query
    }
  }
}
