import ArgumentParser
import TalentDomain

extension AdminNoun {
  struct Whoami: QueryVerb {
    static let configuration = CommandConfiguration.verb("whoami", WhoAmI.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> WhoAmI {
      WhoAmI()
    }
  }
}
