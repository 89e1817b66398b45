/// An employee's account acts for nobody any more.
package struct UnbindAccount: OrganisationCommand {
  package var person = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Løs en medarbejders konto.",
    en: "Unbind somebody's account.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("person", &person)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    return [Proposal(AccountUnbound(person: person), subject: person)]
  }
}

/// Somebody has no account any more.
package struct AccountUnbound: OrganisationFact {
  package var person = Alias.none

  package static let type: StaticString = "account.unbound.v1"
  package static let purpose = Bilingual(
    da: "En medarbejders konto er løst.",
    en: "Somebody's account has been unbound.")

  package init() {}
  package init(person: Alias) { self.person = person }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("person", &person)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.accounts.remove(person)
    organisation.bound[person] = nil
  }
}
