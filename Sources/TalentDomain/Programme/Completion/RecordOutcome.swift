/// What has become of a participant a year later.
package struct RecordOutcome: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var outcome = ParticipantOutcome.Kind.blank
  package var participant = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Registrér hvad der er blevet af en deltager et år efter.",
    en: "Record what has become of a participant a year later.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which it was so, if not today.")
    try members("outcome", &outcome)
    try members("participant", &participant)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let participant = try participant.known()
    var fact = OutcomeRecorded()
    fact.date = date ?? context.localDate
    fact.outcome = outcome
    fact.participant = participant.alias
    return [
      Proposal(
        fact, subject: participant.alias, effective: try context.effective(on: date, zone: cohort.setup.zone.value))
    ]
  }
}

/// What has become of a participant.
package struct OutcomeRecorded: CohortFact {
  package var date = CivilDate.blank
  package var outcome = ParticipantOutcome.Kind.blank
  package var participant = Alias.none

  package static let type: StaticString = "outcome.recorded.v1"
  package static let purpose = Bilingual(
    da: "Hvad der er blevet af en deltager, er registreret.", en: "What has become of a participant has been recorded.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("outcome", &outcome)
    try members("participant", &participant)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.completions.outcomes[participant, default: []].append(
      ParticipantOutcome(kind: outcome, date: date, position: header.position))
  }
}
