/// Somebody asks that their personal data be erased (GDPR art. 17); whoever receives the request may record it.
package struct RequestErasure: OrganisationCommand {
  package var classes: [RetentionClass]?
  package var person = PersonRef.blank
  package var reason: Text?
  package var received: CivilDate?

  package static let purpose = Bilingual(
    da: "Bed om sletning af dine oplysninger, eller registrér, at en anden har gjort det.",
    en: "Ask that your data be erased, or record that somebody has.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("classes", &classes, "Of which classes; without them, all there are.")
    try members("person", &person)
    try members("reason", &reason, "Given freely, if at all.")
    try members("received", &received, "The day on which it came in, where that is not today.")
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    var fact = ErasureRequested()
    fact.classes = try context.retentionPlan(of: person, organisation).chosen(classes)
    fact.person = person
    fact.received = received ?? context.localDate
    return [
      Proposal(
        fact, subject: person, effective: try context.effective(on: received),
        sealed: try ErasureReason.sealed(reason, of: person))
    ]
  }
}

extension ErasureReason {
  /// What was said, if anything was.
  static func sealed(_ text: Text?, of person: Alias) throws(Refusal) -> [Sealed] {
    guard let text else { return [] }
    return [Sealed(ErasureReason(try text.written("reason")), of: person)]
  }
}
