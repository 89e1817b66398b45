import ArgumentParser
import TalentDomain

extension SelectionNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowSelection.self)

    @Option(help: ArgumentHelp("Only what was in effect by the end of this day.", valueName: "date"))
    var effective: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowSelection {
      var query = ShowSelection()
      query.cohort = try cohort.code()
      query.effective = effective
      return query
    }
  }
}
