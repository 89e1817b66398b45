/// Somebody leaves the municipality. Posts, roles, delegations and the account end with the employment: none of them may
/// outlive it, and each gets an event of its own, so that nothing ends silently.
package struct EndEmployment: OrganisationCommand {
  package var date: CivilDate?
  package var person = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Registrér, at en medarbejder er fratrådt. Poster, roller, fuldmagter og konto ophører samtidig.",
    en: "Record that an employee has left. Posts, roles, delegations and the account end with it.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date, "The first day without the employment, where that is not today.")
    try members("person", &person)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    // A register that says the same again says nothing new.
    guard organisation.people[person] != nil else { return [] }
    let fact = EmploymentEnded(date: date ?? context.localDate, person: person)
    return organisation.relieved(person, context)
      + [Proposal(fact, subject: person, effective: try context.effective(on: date))]
  }
}

extension Organisation {
  /// The end of everything by which somebody acts here.
  private func held(by person: Alias) -> (posts: [(centre: Alias, post: CentrePost)], roles: [RoleHeld]) {
    let posts = centres.sorted { $0.key < $1.key }.flatMap { centre, state in
      [CentrePost.chief, .deputy].filter { state.holder(of: $0) == person }.map { (centre: centre, post: $0) }
    }
    let roles = roles[person, default: []].sorted {
      ($0.role.rawValue, $0.cohort?.value ?? "") < ($1.role.rawValue, $1.cohort?.value ?? "")
    }
    return (posts, roles)
  }

  /// They end as it is recorded: what somebody did until then was done in a role that stood.
  fileprivate func relieved(_ person: Alias, _ context: Context) -> [Proposal] {
    let (posts, roles) = held(by: person)
    let delegated = delegations.filter { $0.to == person || $0.of == person }.sorted { ($0.to, $0.of) < ($1.to, $1.of) }
    return posts.map {
      Proposal(CentrePostVacated(centre: $0.centre, date: context.localDate, post: $0.post), subject: person)
    }
      + roles.map { Proposal(RoleRevoked(cohort: $0.cohort, person: person, role: $0.role), subject: person) }
      + delegated.map { Proposal(DelegationRevoked(of: $0.of, to: $0.to), subject: $0.of) }
      + (accounts.contains(person) ? [Proposal(AccountUnbound(person: person), subject: person)] : [])
  }
}

/// Somebody is no employee any more, from a day on.
package struct EmploymentEnded: OrganisationFact {
  package var date = CivilDate.blank
  package var person = Alias.none

  package static let type: StaticString = "employment.ended.v1"
  package static let purpose = Bilingual(
    da: "En medarbejder er fratrådt.",
    en: "An employee has left.")

  package init() {}
  package init(date: CivilDate, person: Alias) {
    self.date = date
    self.person = person
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date, "The first day without the employment.")
    try members("person", &person)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.leave(person, on: date)
  }
}
