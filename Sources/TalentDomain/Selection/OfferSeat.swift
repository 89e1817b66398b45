/// An approved nominee is offered a seat.
package struct OfferSeat: CohortCommand {
  package var cohort = Code.blank
  package var nominee = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Tilbyd en af de godkendte en plads.", en: "Offer a seat to one of the approved.")
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
    var fact = SeatOffered()
    fact.nominee = try nominee.known().alias
    try organisation.employs(nominee: fact.nominee, context.directory)
    (fact.answerBy, fact.closes) = try cohort.setup.answerTime(context)
    return [Proposal(fact, subject: fact.nominee, cause: cohort.selection.approved)]
  }
}

/// A seat was offered.
package struct SeatOffered: CohortFact {
  package var answerBy = CivilDate.blank
  package var closes = Instant.blank
  package var nominee = Alias.none

  package static let type: StaticString = "seat.offered.v1"
  package static let purpose = Bilingual(da: "En plads er tilbudt.", en: "A seat was offered.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("answerBy", &answerBy, "The last day for an answer.")
    try members("closes", &closes, "The first instant that is too late for an answer.")
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.seats[nominee] = SeatState(
      status: .offered, answerBy: answerBy, closes: closes, promoted: false, position: header.position)
  }
}

extension Selection {
  /// What has become of a seat.
  mutating func change(seatOf nominee: Alias, to status: SeatState.Status, _ header: Header) {
    seats[nominee]?.status = status
    seats[nominee]?.position = header.position
  }
}
