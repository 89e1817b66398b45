package import TalentDomain

extension OrganisationReading {
  /// The answer to `ListRoles`: everybody with a role or an account, and every delegation.
  package func roles() -> RoleList? {
    guard seesEverybody else { return nil }
    var list = RoleList()
    list.holders = Set(organisation.roles.keys).union(organisation.accounts).sorted().map { person in
      var holder = RoleHolder()
      holder.hasAccount = organisation.accounts.contains(person)
      holder.person = Person(person)
      holder.roles = roles(of: person)
      return holder
    }
    list.delegations = organisation.delegations.sorted { ($0.of, $0.to) < ($1.of, $1.to) }.map { delegation in
      var line = DelegationLine()
      line.of = Person(delegation.of)
      line.to = Person(delegation.to)
      return line
    }
    return list
  }
}
