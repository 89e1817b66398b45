import ArgumentParser
import TalentDomain

extension PersonNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListPeople.self)

    @Option(help: ArgumentHelp("Part of a name, or a number.", valueName: "text"))
    var search: Line?

    @Option(help: ArgumentHelp("Only this centre.", valueName: "centre"))
    var centre: Line?

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit: Int?

    @OptionGroup var options: QueryOptions

    func query() throws -> ListPeople {
      var query = ListPeople()
      query.search = search
      query.centre = centre
      query.limit = limit
      return query
    }
  }
}
