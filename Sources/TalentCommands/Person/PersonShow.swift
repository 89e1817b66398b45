import ArgumentParser
import TalentDomain

extension PersonNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowPerson.self)

    @Argument(help: ArgumentHelp("The employee, by number or id.", valueName: "number"))
    var person: PersonRef

    @OptionGroup var options: QueryOptions

    func query() throws -> ShowPerson {
      var query = ShowPerson()
      query.person = person
      return query
    }
  }
}
