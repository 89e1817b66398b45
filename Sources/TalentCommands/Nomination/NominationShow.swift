import ArgumentParser
import TalentDomain

extension NominationNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowNomination.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef?

    @Option(help: ArgumentHelp("The form, by its id.", valueName: "id"))
    var form: Alias?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowNomination {
      var query = ShowNomination()
      query.cohort = try cohort.code()
      query.nominee = nominee
      query.form = form
      return query
    }
  }
}
