/// Puts a form on the HR Centre's files under a case number (journalnummer).
package struct ReceiveNomination: CohortCommand {
  package var cohort = Code.blank
  package var journalNumber: Line?
  package var nominee = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Modtag en indstilling i HR-Centret under et journalnummer.",
    en: "Receive a nomination at the HR Centre under a case number.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("journalNumber", &journalNumber, "Where it is left out, the next one of the cohort is given.")
    try members("nominee", &nominee)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let nominee = try nominee.known()
    var received = NominationReceived()
    received.id = cohort.nominations.live[nominee.alias] ?? .none
    received.nominee = nominee.alias
    let number = journalNumber ?? cohort.nominations.nextJournalNumber(in: self.cohort)
    return [
      Proposal(received, subject: nominee.alias, sealed: [Sealed(JournalNumber(number), of: nominee.person)])
    ]
  }
}

/// «HR-Centret modtager alle indstillinger»
package struct NominationReceived: CohortFact {
  package var id = Alias.none
  package var nominee = Alias.none

  package static let type: StaticString = "nomination.received.v1"
  package static let purpose = Bilingual(
    da: "HR-Centret har modtaget en indstilling under et journalnummer.",
    en: "The HR Centre has received a nomination under a case number.")
  package static let sealed: [any SealedRecord.Type] = [JournalNumber.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("id", &id)
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.nominations.journalled += 1
    cohort.nominations.forms[id]?.status = .received
    cohort.nominations.forms[id]?.receivedAt = header.position
  }
}
