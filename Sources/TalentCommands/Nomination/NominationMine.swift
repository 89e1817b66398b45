import ArgumentParser
import TalentDomain

extension NominationNoun {
  struct Mine: QueryVerb {
    static let configuration = CommandConfiguration.verb("mine", ShowMyCase.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowMyCase {
      var query = ShowMyCase()
      query.cohort = try cohort.code()
      return query
    }
  }
}
