/// `to` may record on behalf of `of`: a secretary for a centre chief, say.
package struct GrantDelegation: OrganisationCommand {
  package var of = PersonRef.blank
  package var to = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Giv fuldmagt til at registrere på en andens vegne.",
    en: "Let somebody record on another's behalf.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("of", &of, "In whose name.")
    try members("to", &to, "Who may record.")
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let (of, to) = (try of.known().person, try to.known().person)
    return [Proposal(DelegationGranted(of: of, to: to), subject: of)]
  }
}

/// `to` may record on behalf of `of`.
package struct DelegationGranted: OrganisationFact {
  package var of = Alias.none
  package var to = Alias.none

  package static let type: StaticString = "delegation.granted.v1"
  package static let purpose = Bilingual(
    da: "En fuldmagt er givet.",
    en: "A delegation has been granted.")

  package init() {}
  package init(of: Alias, to: Alias) {
    self.of = of
    self.to = to
  }

  package var delegation: Delegation { Delegation(to: to, of: of) }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("of", &of, "In whose name.")
    try members("to", &to, "Who may record.")
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.delegations.insert(delegation)
  }
}
