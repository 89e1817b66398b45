/// The best placed of the reserve is offered a vacant seat.
package struct PromoteReserve: CohortCommand {
  package var cohort = Code.blank
  package var nominee: PersonRef?

  package static let purpose = Bilingual(
    da: "Tilbyd en ledig plads til den bedst placerede på reservelisten.",
    en: "Offer a vacant seat to the best placed of the reserve.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("nominee", &nominee, "Absent: the best placed of those left.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let named = try nominee?.known().alias
    guard let next = named ?? cohort.reserveLeft.first else {
      throw .rule(cohort.selection.approved == nil ? .notApproved : .emptyReserve)
    }
    try organisation.employs(nominee: next, context.directory)
    var fact = ReservePromoted()
    fact.nominee = next
    (fact.answerBy, fact.closes) = try cohort.setup.answerTime(context)
    return [Proposal(fact, subject: fact.nominee, cause: cohort.selection.approved)]
  }
}

/// Somebody of the reserve was offered a vacant seat.
package struct ReservePromoted: CohortFact {
  package var answerBy = CivilDate.blank
  package var closes = Instant.blank
  package var nominee = Alias.none

  package static let type: StaticString = "reserve.promoted.v1"
  package static let purpose = Bilingual(
    da: "En reserve er rykket op og tilbudt en ledig plads.", en: "A reserve was promoted and offered a vacant seat.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("answerBy", &answerBy, "The last day for an answer.")
    try members("closes", &closes, "The first instant that is too late for an answer.")
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.reserve.removeAll { $0 == nominee }
    cohort.selection.seats[nominee] = SeatState(
      status: .offered, answerBy: answerBy, closes: closes, promoted: true, position: header.position)
  }
}
