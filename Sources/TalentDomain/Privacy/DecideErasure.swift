/// The data-protection officer grants an erasure, or refuses it: on a request, or on the officer's own initiative.
package struct DecideErasure: OrganisationCommand {
  package var basis = ErasureBasis.blank
  package var classes: [RetentionClass]?
  package var granted = false
  package var person = PersonRef.blank
  package var reason: Text?

  package static let purpose = Bilingual(
    da: "Afgør, om en persons oplysninger slettes, og på hvilket grundlag (art. 17).",
    en: "Decide whether a person's data is erased, and on what ground (art. 17).")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("basis", &basis, "The letter of article 17(1) that entitles, or of 17(3) that stands against it.")
    try members("classes", &classes, "Without them, those of the request, or all there are.")
    try members("granted", &granted)
    try members("person", &person)
    try members("reason", &reason, "As the person is told, where it is refused (art. 12(4)).")
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    let plan = context.retentionPlan(of: person, organisation)
    let request = organisation.privacy.requests[person]
    var fact = ErasureDecided()
    fact.basis = basis
    fact.classes =
      if classes == nil, let request { plan.left(of: request.classes) } else { try plan.chosen(classes) }
    fact.granted = granted
    fact.holds = plan.holds(on: fact.classes)
    fact.periods = plan.periods(of: fact.classes)
    fact.person = person
    return [
      Proposal(
        fact, subject: person, sealed: try ErasureReason.sealed(reason, of: person), cause: request?.position)
    ]
  }
}
