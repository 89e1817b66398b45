/// Decides the order of nominees whom the ranking leaves level, with its ground.
package struct ResolveTie: CohortCommand {
  package var cohort = Code.blank
  package var ground = Text("")
  package var order: [PersonRef] = []

  package static let purpose = Bilingual(
    da: "Afgør en pointlighed med en begrundelse.",
    en: "Resolve a tie, with the ground of the decision.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("ground", &ground, "It is kept with the papers of each of them: name nobody in it.")
    try members("order", &order, "All of the tie, best first.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    guard !ground.isBlank else { throw .invalid(Fault(.expected("the ground of the decision"), at: ["ground"])) }
    var resolved = TieResolved()
    // One copy each: whoever of them is erased takes the own copy along, and the others keep the ground of their case.
    var sealed: [Sealed] = []
    for nominee in order {
      let nominee = try nominee.known()
      if context.leads(nominee, organisation) { resolved.led.append(nominee.alias) }
      guard !resolved.order.contains(nominee.alias) else {
        throw .invalid(Fault(.expected("each nominee once"), at: ["order"]))
      }
      resolved.order.append(nominee.alias)
      sealed.append(Sealed(TieGround(ground), of: nominee.person))
    }
    return [Proposal(resolved, sealed: sealed)]
  }
}

/// The HR Centre has decided the order of a tie.
package struct TieResolved: CohortFact {
  package var led: [Alias] = []
  package var order: [Alias] = []

  package static let type: StaticString = "tie.resolved.v1"
  package static let purpose = Bilingual(
    da: "HR-Centret har afgjort en pointlighed.",
    en: "The HR Centre has resolved a tie.")
  package static let sealed: [any SealedRecord.Type] = [TieGround.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("led", &led, "Those of them whose leader decided (R19).")
    try members("order", &order, "Best first.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.assessment.resolved.removeAll { Set($0) == Set(order) }
    cohort.assessment.resolved.append(order)
    cohort.assessment.resolvedAt[order] = header.position
  }
}

/// Why HR decided a tie as it did.
package struct TieGround: SealedRecord {
  package var ground = Text("")

  package static let kind = SealedKind.tieGround
  package static let retention = RetentionClass.assessment
  package static let audience = Audience.casework

  package init() {}
  init(_ ground: Text) { self.ground = ground }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
  }
}
