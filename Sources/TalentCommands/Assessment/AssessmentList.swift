import ArgumentParser
import TalentDomain

extension AssessmentNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListAssessments.self)

    @Option(help: ArgumentHelp("Only of this nominee.", valueName: "number"))
    var nominee: PersonRef?

    @Option(help: ArgumentHelp("Only by this assessor.", valueName: "number"))
    var assessor: PersonRef?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListAssessments {
      var query = ListAssessments()
      query.cohort = try cohort.code()
      query.nominee = nominee
      query.assessor = assessor
      return query
    }
  }
}
