/// What stopped an erasure has gone.
package struct LiftLegalHold: OrganisationCommand {
  package var ground = HoldGround.blank
  package var person = PersonRef.blank
  package var reason: Text = ""

  package static let purpose = Bilingual(
    da: "Ophæv en spærring for sletning.", en: "Lift a legal hold.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
    try members("person", &person)
    try members("reason", &reason)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    var fact = LegalHoldLifted()
    fact.ground = ground
    fact.person = try person.known().person
    return [
      Proposal(fact, subject: fact.person, sealed: [Sealed(HoldReason(try reason.written("reason")), of: fact.person)])
    ]
  }
}
