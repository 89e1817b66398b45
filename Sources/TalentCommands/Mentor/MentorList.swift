import ArgumentParser
import TalentDomain

extension MentorNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListMentors.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListMentors {
      var query = ListMentors()
      query.cohort = try cohort.code()
      return query
    }
  }
}
