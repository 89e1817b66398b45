/// A participant leaves the programme (frafald).
package struct WithdrawParticipant: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var nominee = PersonRef.blank
  package var reason: Text?

  package static let purpose = Bilingual(
    da: "Registrér at en deltager er trådt ud af forløbet (frafald).",
    en: "Record that a participant has left the programme.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which the participant left, if not today.")
    try members("nominee", &nominee)
    try members("reason", &reason, "Given freely, if at all.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let nominee = try nominee.known()
    guard organisation.mayAnswer(for: nominee.person, context) else { throw .notPermitted }
    var fact = ParticipantWithdrew()
    fact.nominee = nominee.alias
    return [
      Proposal(
        fact, subject: fact.nominee, effective: try context.effective(on: date, zone: cohort.setup.zone.value),
        sealed: reason.map { [Sealed(LeavingReason($0), of: nominee.person)] } ?? [],
        cause: cohort.selection.seats[fact.nominee]?.position)
    ]
  }
}

/// A participant has left; the seat is vacant.
package struct ParticipantWithdrew: CohortFact {
  package var nominee = Alias.none

  package static let type: StaticString = "participant.withdrew.v1"
  package static let purpose = Bilingual(
    da: "En deltager er trådt ud; pladsen er ledig.", en: "A participant has left; the seat is vacant.")
  package static let sealed: [any SealedRecord.Type] = [LeavingReason.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.change(seatOf: nominee, to: .withdrawn, header)
    cohort.selection.left[nominee] = header.effective
  }
}
