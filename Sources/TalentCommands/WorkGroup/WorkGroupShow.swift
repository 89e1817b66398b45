import ArgumentParser
import TalentDomain

extension WorkGroupNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowWorkGroup.self)

    @Argument(help: ArgumentHelp("The group, by its number; absent, your own.", valueName: "group"))
    var number: Int?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowWorkGroup {
      var query = ShowWorkGroup()
      query.cohort = try cohort.code()
      query.group = number
      return query
    }
  }
}
