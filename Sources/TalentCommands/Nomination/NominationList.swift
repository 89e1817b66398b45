import ArgumentParser
import TalentDomain

extension NominationNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListNominations.self)

    @Option(help: ArgumentHelp("Only of this status.", valueName: "status"))
    var status: CaseStatus?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListNominations {
      var query = ListNominations()
      query.cohort = try cohort.code()
      query.status = status
      return query
    }
  }
}
