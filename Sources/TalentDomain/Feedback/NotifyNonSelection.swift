/// A nominee is told, with reasons, of not being selected.
package struct NotifyNonSelection: CohortCommand {
  package var cohort = Code.blank
  package var nominee = PersonRef.blank
  package var reasons: Text = ""

  package static let purpose = Bilingual(
    da: "Giv en indstillet afslag med begrundelse.", en: "Tell a nominee of not being selected, with reasons.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("nominee", &nominee)
    try members("reasons", &reasons, "The reasons as the letter gives them.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let nominee = try nominee.known()
    guard let form = cohort.nominations.live(of: nominee.alias) else { throw .notFound }
    var fact = NonSelectionNotified()
    fact.feedbackDue = cohort.setup.feedbackDue(context)
    fact.ground = form.status == .ineligible ? .ineligible : .rest
    fact.nominee = nominee.alias
    return [
      Proposal(
        fact, subject: fact.nominee,
        sealed: [Sealed(RefusalLetter(try reasons.written("reasons")), of: nominee.person)],
        cause: fact.ground == .rest ? cohort.selection.approved : nil)
    ]
  }
}

extension Setup {
  /// The day by which the leader owes the feedback on a letter sent today (R12).
  func feedbackDue(_ context: Context) -> CivilDate {
    context.localDate.adding(days: rules(on: context.localDate).feedbackDays)
  }
}

/// Why somebody was not selected.
package enum NonSelectionGround: String, Choice {
  /// The HR Centre rejected the eligibility: a decision of its own, told without waiting for the board.
  case ineligible
  /// Eligible, but neither selected nor in reserve.
  case rest
}

/// A nominee was told of not being selected.
package struct NonSelectionNotified: CohortFact {
  package var feedbackDue = CivilDate.blank
  package var ground = NonSelectionGround.rest
  package var nominee = Alias.none

  package static let type: StaticString = "non-selection.notified.v1"
  package static let purpose = Bilingual(
    da: "En indstillet har fået afslag.", en: "A nominee was told of not being selected.")
  package static let sealed: [any SealedRecord.Type] = [RefusalLetter.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("feedbackDue", &feedbackDue, "The day by which the immediate leader owes feedback (R12).")
    try members("ground", &ground)
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.notified[nominee] = feedbackDue
  }
}

/// The reasons as the letter (afslag) gives them.
package struct RefusalLetter: SealedRecord {
  package var reasons: Text = ""

  package static let kind = SealedKind.refusalLetter
  package static let retention = RetentionClass.selection
  package static let audience = Audience.letter

  package init() {}
  init(_ reasons: Text) { self.reasons = reasons }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reasons", &reasons)
  }
}
