import ArgumentParser
import TalentDomain

extension FeedbackNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowFeedback.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowFeedback {
      var query = ShowFeedback()
      query.cohort = try cohort.code()
      query.nominee = nominee
      return query
    }
  }
}
