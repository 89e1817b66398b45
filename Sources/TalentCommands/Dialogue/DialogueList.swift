import ArgumentParser
import TalentDomain

extension DialogueNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListDialogues.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListDialogues {
      var query = ListDialogues()
      query.cohort = try cohort.code()
      return query
    }
  }
}
