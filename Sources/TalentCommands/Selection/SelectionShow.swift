import ArgumentParser
import TalentDomain

extension SelectionNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowSelection.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowSelection {
      var query = ShowSelection()
      query.cohort = try cohort.code()
      return query
    }
  }
}
