import ArgumentParser
import TalentDomain

extension GatheringNoun {
  struct ListAttendance: QueryVerb {
    static let configuration = CommandConfiguration.verb("attendance", ShowAttendance.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowAttendance {
      var query = ShowAttendance()
      query.cohort = try cohort.code()
      return query
    }
  }
}
