/// The other who was there confirms an entry: the mentor, the host, the leader, or the participant where one of them recorded it.
package struct ConfirmEntry: CohortCommand {
  package var cohort = Code.blank
  package var entry = Alias.none

  package static let purpose = Bilingual(
    da: "Bekræft noget, som din modpart har registreret.", en: "Confirm what your counterpart has recorded.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("entry", &entry)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let target = try cohort.entry(entry, for: organisation, context)
    var fact = EntryConfirmed()
    fact.by = context.principal.alias
    fact.entry = entry
    return [
      Proposal(
        fact, subject: target.participants.count == 1 ? target.participants[0] : nil, cause: target.position)
    ]
  }
}

/// An entry was confirmed.
package struct EntryConfirmed: CohortFact {
  package var by = Alias.none
  package var entry = Alias.none

  package static let type: StaticString = "entry.confirmed.v1"
  package static let purpose = Bilingual(
    da: "Modparten har bekræftet noget, der er registreret.", en: "The counterpart has confirmed an entry.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("by", &by, "In whose name.")
    try members("entry", &entry)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.change(entry, header) { $0.isConfirmed = true }
  }
}
