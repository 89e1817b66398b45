/// `to` may no longer record on behalf of `of`.
package struct RevokeDelegation: OrganisationCommand {
  package var of = PersonRef.blank
  package var to = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Tilbagekald en fuldmagt.",
    en: "Revoke a delegation.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("of", &of, "In whose name.")
    try members("to", &to, "Who might record.")
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let (of, to) = (try of.known().person, try to.known().person)
    return [Proposal(DelegationRevoked(of: of, to: to), subject: of)]
  }
}

/// `to` may no longer record on behalf of `of`.
package struct DelegationRevoked: OrganisationFact {
  package var of = Alias.none
  package var to = Alias.none

  package static let type: StaticString = "delegation.revoked.v1"
  package static let purpose = Bilingual(
    da: "En fuldmagt er tilbagekaldt.",
    en: "A delegation has been revoked.")

  package init() {}
  package init(of: Alias, to: Alias) {
    self.of = of
    self.to = to
  }

  package var delegation: Delegation { Delegation(to: to, of: of) }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("of", &of)
    try members("to", &to)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.delegations.remove(delegation)
  }
}
