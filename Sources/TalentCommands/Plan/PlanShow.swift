import ArgumentParser
import TalentDomain

extension PlanNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowPlan.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id; absent, you.", valueName: "number"))
    var participant: PersonRef?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowPlan {
      var query = ShowPlan()
      query.cohort = try cohort.code()
      query.participant = participant
      return query
    }
  }
}
