import ArgumentParser
import TalentDomain

extension LetterNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListLetters.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListLetters {
      var query = ListLetters()
      query.cohort = try cohort.code()
      return query
    }
  }
}
