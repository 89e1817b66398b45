/// A place in the reserve lapses, with a letter and feedback like any other refusal.
package struct LapseReserve: CohortCommand {
  package var cohort = Code.blank
  package var early: Bool?
  package var nominee = PersonRef.blank
  package var reasons: Text = ""

  package static let purpose = Bilingual(
    da: "Afslut en plads på reservelisten med afslag.", en: "End a place in the reserve with a letter.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("early", &early, "Whether the HR Centre ends it before the second gathering.")
    try members("nominee", &nominee)
    try members("reasons", &reasons, "The reasons as the letter gives them.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let nominee = try nominee.known()
    var fact = ReserveLapsed()
    fact.early = early ?? false
    fact.feedbackDue = cohort.setup.feedbackDue(context)
    fact.nominee = nominee.alias
    return [
      Proposal(
        fact, subject: fact.nominee,
        sealed: [Sealed(RefusalLetter(try reasons.written("reasons")), of: nominee.person)],
        cause: cohort.selection.approved)
    ]
  }
}

/// A place in the reserve has lapsed, and its holder been told.
package struct ReserveLapsed: CohortFact {
  package var early = false
  package var feedbackDue = CivilDate.blank
  package var nominee = Alias.none

  package static let type: StaticString = "reserve.lapsed.v1"
  package static let purpose = Bilingual(
    da: "En plads på reservelisten er bortfaldet med afslag.", en: "A place in the reserve has lapsed with a letter.")
  package static let sealed: [any SealedRecord.Type] = [RefusalLetter.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("early", &early, "Whether the HR Centre ended it before the second gathering.")
    try members("feedbackDue", &feedbackDue, "The day by which the immediate leader owes feedback (R12).")
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.reserve.removeAll { $0 == nominee }
    cohort.selection.notified[nominee] = feedbackDue
  }
}
