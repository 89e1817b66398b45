/// An offer that nobody answered in time lapses.
package struct LapseSeatOffer: CohortCommand {
  package var cohort = Code.blank
  package var nominee = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Registrér at et tilbud er bortfaldet uden svar.", en: "Record that an offer has lapsed unanswered.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("nominee", &nominee)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    var fact = SeatOfferLapsed()
    fact.nominee = try nominee.known().alias
    return [Proposal(fact, subject: fact.nominee, cause: cohort.selection.seats[fact.nominee]?.position)]
  }
}

/// An offer has lapsed.
package struct SeatOfferLapsed: CohortFact {
  package var nominee = Alias.none

  package static let type: StaticString = "seat-offer.lapsed.v1"
  package static let purpose = Bilingual(
    da: "Et tilbud om plads er bortfaldet uden svar.", en: "An offer of a seat has lapsed unanswered.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.change(seatOf: nominee, to: .lapsed, header)
  }
}
