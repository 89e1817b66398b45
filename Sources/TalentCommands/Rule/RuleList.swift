import ArgumentParser
import TalentDomain

extension RuleNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListRules.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> ListRules {
      ListRules()
    }
  }
}
