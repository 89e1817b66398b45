import ArgumentParser
import TalentDomain

extension AdminNoun {
  struct Status: QueryVerb {
    static let configuration = CommandConfiguration.verb("status", ShowStatus.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> ShowStatus {
      ShowStatus()
    }
  }
}
