/// Somebody may do what a role may, in one cohort or in all.
package struct GrantRole: OrganisationCommand {
  package var cohort: Code?
  package var person = PersonRef.blank
  package var role = Role.blank

  package static let purpose = Bilingual(
    da: "Tildel en rolle.",
    en: "Grant a role.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort, "Without it, in every cohort.")
    try members("person", &person)
    try members("role", &role)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    return [Proposal(RoleGranted(cohort: cohort, person: person, role: role), subject: person)]
  }
}

/// Somebody holds a role.
package struct RoleGranted: OrganisationFact {
  package var cohort: Code?
  package var person = Alias.none
  package var role = Role.blank

  package static let type: StaticString = "role.granted.v1"
  package static let purpose = Bilingual(
    da: "En rolle er tildelt.",
    en: "A role has been granted.")

  package init() {}
  package init(cohort: Code?, person: Alias, role: Role) {
    self.cohort = cohort
    self.person = person
    self.role = role
  }

  package var held: RoleHeld { RoleHeld(role: role, cohort: cohort) }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort, "Without it, in every cohort.")
    try members("person", &person)
    try members("role", &role)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.roles[person, default: []].insert(held)
  }
}
