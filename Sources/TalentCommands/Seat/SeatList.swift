import ArgumentParser
import TalentDomain

extension SeatNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListSeats.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListSeats {
      var query = ListSeats()
      query.cohort = try cohort.code()
      return query
    }
  }
}
