/// Somebody loses a role.
package struct RevokeRole: OrganisationCommand {
  package var cohort: Code?
  package var person = PersonRef.blank
  package var role = Role.blank

  package static let purpose = Bilingual(
    da: "Fratag en rolle.",
    en: "Revoke a role.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort, "As it was granted; without it, the role in every cohort.")
    try members("person", &person)
    try members("role", &role)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    return [Proposal(RoleRevoked(cohort: cohort, person: person, role: role), subject: person)]
  }
}

/// Somebody holds a role no more.
package struct RoleRevoked: OrganisationFact {
  package var cohort: Code?
  package var person = Alias.none
  package var role = Role.blank

  package static let type: StaticString = "role.revoked.v1"
  package static let purpose = Bilingual(
    da: "En rolle er frataget.",
    en: "A role has been revoked.")

  package init() {}
  package init(cohort: Code?, person: Alias, role: Role) {
    self.cohort = cohort
    self.person = person
    self.role = role
  }

  package var held: RoleHeld { RoleHeld(role: role, cohort: cohort) }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("person", &person)
    try members("role", &role)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.roles[person]?.remove(held)
    if organisation.roles[person]?.isEmpty == true { organisation.roles[person] = nil }
  }
}
