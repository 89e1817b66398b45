import ArgumentParser
import TalentDomain

extension ProjectionNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ShowProjections.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> ShowProjections {
      ShowProjections()
    }
  }
}
