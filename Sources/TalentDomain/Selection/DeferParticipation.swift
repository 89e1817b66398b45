/// A participant is to take part later; a seat in the next cohort only if the board says so.
package struct DeferParticipation: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var ground = DeferralGround.leave
  package var nominee = PersonRef.blank
  package var seatNextCohort = false

  package static let purpose = Bilingual(
    da: "Udskyd en deltagelse, for eksempel ved orlov.", en: "Defer a participation, for instance for leave.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day from which it is deferred, if not today.")
    try members("ground", &ground)
    try members("nominee", &nominee)
    try members(
      "seatNextCohort", &seatNextCohort, "Whether a seat in the next cohort is promised: the board's decision.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    var fact = ParticipationDeferred()
    fact.board = organisation.holds(context.principal.person, .board, in: self.cohort)
    fact.ground = ground
    fact.nominee = try nominee.known().alias
    fact.seatNextCohort = seatNextCohort
    return [
      Proposal(
        fact, subject: fact.nominee, effective: try context.effective(on: date, zone: cohort.setup.zone.value),
        cause: cohort.selection.seats[fact.nominee]?.position)
    ]
  }
}

/// Why somebody takes part later. What lies behind it is nobody's business here.
package enum DeferralGround: String, Choice {
  /// Orlov.
  case leave
  /// The work does not allow it now.
  case work
  case other
}

/// A participation was deferred; the seat is vacant.
package struct ParticipationDeferred: CohortFact {
  package var board = false
  package var ground = DeferralGround.leave
  package var nominee = Alias.none
  package var seatNextCohort = false

  package static let type: StaticString = "participation.deferred.v1"
  package static let purpose = Bilingual(
    da: "En deltagelse er udskudt; pladsen er ledig.", en: "A participation was deferred; the seat is vacant.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("board", &board, "Whether the one in whose name it was decided sits on the board.")
    try members("ground", &ground)
    try members("nominee", &nominee)
    try members("seatNextCohort", &seatNextCohort, "Whether a seat in the next cohort is promised.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.change(seatOf: nominee, to: .deferred, header)
    cohort.selection.left[nominee] = header.effective
    cohort.selection.seatsNextCohort.removeAll { $0 == nominee }
    if seatNextCohort { cohort.selection.seatsNextCohort.append(nominee) }
  }
}
