import ArgumentParser
import TalentDomain

extension CohortNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListCohorts.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> ListCohorts {
      ListCohorts()
    }
  }
}
