import ArgumentParser
import TalentDomain

extension PersonNoun.ErasureNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListErasures.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> ListErasures { ListErasures() }
  }
}
