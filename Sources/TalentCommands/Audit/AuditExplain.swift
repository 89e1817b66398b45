import ArgumentParser
import TalentDomain

extension AuditNoun {
  struct Explain: QueryVerb {
    static let configuration = CommandConfiguration.verb("explain", ExplainPerson.self)

    @Argument(help: ArgumentHelp("Whose case.", valueName: "number"))
    var person: PersonRef

    @Option(help: ArgumentHelp("Only what was in effect by the end of this day.", valueName: "date"))
    var effective: CivilDate?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ExplainPerson {
      var query = ExplainPerson()
      query.cohort = try cohort.code()
      query.effective = effective
      query.person = person
      return query
    }
  }
}
