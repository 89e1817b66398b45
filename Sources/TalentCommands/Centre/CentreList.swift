import ArgumentParser
import TalentDomain

extension CentreNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListCentres.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> ListCentres {
      ListCentres()
    }
  }
}
