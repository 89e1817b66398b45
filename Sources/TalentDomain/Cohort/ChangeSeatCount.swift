/// The board gives the cohort more seats or fewer, never fewer than are occupied (R1).
package struct ChangeSeatCount: CohortCommand {
  package var cohort = Code.blank
  package var ground: Text?
  package var seats = 0

  package static let purpose = Bilingual(
    da: "Ændr antallet af pladser.",
    en: "Change the number of seats.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("ground", &ground, "The board's ground.")
    try members("seats", &seats, "1 to 300.")
  }

  package func propose(_ cohort: Cohort, _ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal]
  {
    guard try cohort.opened().setup.seats != seats else { return [] }
    return [Proposal(SeatCountChanged(seats: seats), sealed: BoardGround.sealed(ground))]
  }
}

/// The cohort has another number of seats.
package struct SeatCountChanged: CohortFact {
  package var seats = 0

  package static let type: StaticString = "seat-count.changed.v1"
  package static let purpose = Bilingual(
    da: "Antallet af pladser er ændret.",
    en: "The number of seats has changed.")
  package static let sealed: [any SealedRecord.Type] = [BoardGround.self]

  package init() {}
  package init(seats: Int) { self.seats = seats }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("seats", &seats)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.setup.seats = seats
  }
}

/// What R1 has to say of the number of seats.
let seatCountChecks: [Rule.Check] = [
  on(SeatCountChanged.self) { fact, situation in
    let occupied = situation.cohort.selection.occupied
    guard fact.seats < occupied else { return nil }
    return Finding(
      .r1,
      Bilingual(
        da: "\(occupied) pladser er optaget eller tilbudt, så der kan ikke være \(fact.seats).",
        en: "\(occupied) seats are taken or offered, so there cannot be \(fact.seats)."),
      remedy: Bilingual(
        da: "Antallet kan sættes til \(occupied) eller flere.",
        en: "The number may be set to \(occupied) or more."))
  }
]
