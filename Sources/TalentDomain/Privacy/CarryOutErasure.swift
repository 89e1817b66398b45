/// Somebody other than who decided it sets an erasure in motion. It cannot be undone, and is finished whatever happens.
package struct CarryOutErasure: OrganisationCommand {
  package var person = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Gennemfør en sletning, som DPO'en har bevilget. Det kan ikke gøres om.",
    en: "Carry out an erasure that the data-protection officer has granted. It cannot be undone.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("person", &person)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    // Asked for again while it is under way: what has begun is finished, and begins no second time.
    guard organisation.privacy.begun[person] == nil else { return [] }
    guard let grant = organisation.privacy.granted[person] else { throw .rule(.noErasureGranted) }
    let plan = context.retentionPlan(of: person, organisation)
    // Once nobody knows who this was, nobody finds what was recorded since the decision any more.
    let later = plan.lines.map(\.retention).filter { !grant.classes.contains($0) }
    if grant.classes.contains(.employment), !later.isEmpty { throw .rule(.notGranted(later)) }
    var fact = ErasureBegun()
    fact.classes = grant.classes
    fact.holds = plan.holds(on: grant.classes)
    fact.periods = plan.periods(of: grant.classes)
    fact.person = person
    return [Proposal(fact, subject: person, cause: grant.position)]
  }
}
