import ArgumentParser
import TalentDomain

extension RoleNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListRoles.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> ListRoles {
      ListRoles()
    }
  }
}
