import ArgumentParser
import TalentDomain

extension PersonNoun {
  struct Looks: QueryVerb {
    static let configuration = CommandConfiguration.verb("looks", ListLooks.self)

    @Argument(help: ArgumentHelp("The employee, by number or id; without it, yourself.", valueName: "number"))
    var person: PersonRef?

    @OptionGroup var options: QueryOptions

    func query() throws -> ListLooks {
      var query = ListLooks()
      query.person = person
      return query
    }
  }
}
