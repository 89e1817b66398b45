import ArgumentParser
import TalentDomain

extension DutyNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListDuties.self)

    @Option(help: ArgumentHelp("Only of this cohort.", valueName: "year"))
    var cohort: Code?

    @Flag(help: "Only what you yourself owe.")
    var mine = false

    @OptionGroup var options: QueryOptions

    func query() throws -> ListDuties {
      var query = ListDuties()
      query.cohort = cohort
      query.mine = mine ? true : nil
      return query
    }
  }
}
