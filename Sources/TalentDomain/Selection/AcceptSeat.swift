/// The nominee accepts the seat.
package struct AcceptSeat: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var nominee = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Tag imod pladsen, eller registrér at den indstillede har gjort det.",
    en: "Accept the seat, or record that the nominee has done so.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which the answer arrived, where it is recorded for the nominee afterwards.")
    try members("nominee", &nominee)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let nominee = try nominee.known()
    guard organisation.mayAnswer(for: nominee.person, context) else { throw .notPermitted }
    var fact = SeatAccepted()
    fact.nominee = nominee.alias
    return [
      Proposal(
        fact, subject: fact.nominee, effective: try context.effective(on: date, zone: cohort.setup.zone.value),
        cause: cohort.selection.seats[fact.nominee]?.position)
    ]
  }
}

/// The nominee has accepted the seat, and is a participant.
package struct SeatAccepted: CohortFact {
  package var nominee = Alias.none

  package static let type: StaticString = "seat.accepted.v1"
  package static let purpose = Bilingual(
    da: "Den indstillede har taget imod pladsen og er deltager.",
    en: "The nominee has accepted the seat and is a participant.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.change(seatOf: nominee, to: .accepted, header)
    cohort.selection.joined[nominee] = Joining(effective: header.effective, day: header.localDate)
  }
}
