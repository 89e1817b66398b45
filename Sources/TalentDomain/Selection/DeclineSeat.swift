/// The nominee declines the seat.
package struct DeclineSeat: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var nominee = PersonRef.blank
  package var reason: Text?

  package static let purpose = Bilingual(
    da: "Sig nej til pladsen, eller registrér at den indstillede har gjort det.",
    en: "Decline the seat, or record that the nominee has done so.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which the answer arrived, where it is recorded for the nominee afterwards.")
    try members("nominee", &nominee)
    try members("reason", &reason, "Given freely, if at all.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let nominee = try nominee.known()
    guard organisation.mayAnswer(for: nominee.person, context) else { throw .notPermitted }
    var fact = SeatDeclined()
    fact.nominee = nominee.alias
    return [
      Proposal(
        fact, subject: fact.nominee, effective: try context.effective(on: date, zone: cohort.setup.zone.value),
        sealed: reason.map { [Sealed(LeavingReason($0), of: nominee.person)] } ?? [],
        cause: cohort.selection.seats[fact.nominee]?.position)
    ]
  }
}

/// The nominee has declined the seat.
package struct SeatDeclined: CohortFact {
  package var nominee = Alias.none

  package static let type: StaticString = "seat.declined.v1"
  package static let purpose = Bilingual(
    da: "Den indstillede har sagt nej til pladsen.", en: "The nominee has declined the seat.")
  package static let sealed: [any SealedRecord.Type] = [LeavingReason.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.change(seatOf: nominee, to: .declined, header)
  }
}

/// Why somebody gave up a seat, in their own words.
package struct LeavingReason: SealedRecord {
  package var reason: Text = ""

  package static let kind = SealedKind.leavingReason
  package static let retention = RetentionClass.selection
  package static let audience = Audience.casework

  package init() {}
  init(_ reason: Text) { self.reason = reason }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reason", &reason)
  }
}
