/// The immediate leader answers the programme's four questions to somebody who was not selected (R12).
package struct GiveFeedback: CohortCommand {
  package var alternatives: Text?
  package var cohort = Code.blank
  package var date: CivilDate?
  package var next: Text?
  package var nominee = PersonRef.blank
  package var realistic: Text?
  package var rightNow: Text?

  package static let purpose = Bilingual(
    da: "Giv ærlig og konstruktiv tilbagemelding til en, der ikke blev valgt.",
    en: "Give honest and constructive feedback to somebody who was not selected.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("alternatives", &alternatives, "Hvad er der ellers af udviklingsmuligheder?")
    try members("cohort", &cohort)
    try members("date", &date, "The day of the talk, if not today.")
    try members("next", &next, "Hvad skal der til for at blive valgt til et evt. næste hold?")
    try members("nominee", &nominee)
    try members("realistic", &realistic, "Er det realistisk at blive valgt?")
    try members("rightNow", &rightNow, "Er talentforløbet den rigtige udvikling lige nu?")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let nominee = try nominee.known()
    let feedback = Feedback(
      alternatives: answer(alternatives), next: answer(next), realistic: answer(realistic), rightNow: answer(rightNow))
    var fact = FeedbackGiven()
    fact.answers = feedback.answers
    fact.late = cohort.selection.notified[nominee.alias].map { (date ?? context.localDate) > $0 } ?? false
    fact.leads = organisation.lastEmployment(of: nominee.person)?.leader == context.principal.person
    fact.nominee = nominee.alias
    return [
      Proposal(
        fact, subject: fact.nominee, effective: try context.effective(on: date, zone: cohort.setup.zone.value),
        sealed: [Sealed(feedback, of: nominee.person)])
    ]
  }

  /// A blank answer is none.
  private func answer(_ text: Text?) -> Text? { text.flatMap { $0.isBlank ? nil : $0 } }
}

/// The immediate leader has given feedback.
package struct FeedbackGiven: CohortFact {
  package var answers = 0
  package var late = false
  package var leads = false
  package var nominee = Alias.none

  package static let type: StaticString = "feedback.given.v1"
  package static let purpose = Bilingual(
    da: "Nærmeste leder har givet tilbagemelding.", en: "The immediate leader has given feedback.")
  package static let sealed: [any SealedRecord.Type] = [Feedback.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("answers", &answers, "How many of the four questions are answered.")
    try members("late", &late, "Whether it came after it was due.")
    try members("leads", &leads, "Whether the one in whose name it is given is the immediate leader.")
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.feedbackGiven[nominee] = header.position
  }
}

/// The leader's answers to the four questions.
package struct Feedback: SealedRecord {
  package var alternatives: Text?
  package var next: Text?
  package var realistic: Text?
  package var rightNow: Text?

  package static let kind = SealedKind.feedback
  package static let retention = RetentionClass.feedback
  package static let audience = Audience.feedback

  package init() {}
  init(alternatives: Text?, next: Text?, realistic: Text?, rightNow: Text?) {
    self.alternatives = alternatives
    self.next = next
    self.realistic = realistic
    self.rightNow = rightNow
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("alternatives", &alternatives, "Hvad er der ellers af udviklingsmuligheder?")
    try members("next", &next, "Hvad skal der til for at blive valgt til et evt. næste hold?")
    try members("realistic", &realistic, "Er det realistisk at blive valgt?")
    try members("rightNow", &rightNow, "Er talentforløbet den rigtige udvikling lige nu?")
  }

  package var answers: Int {
    [alternatives, next, realistic, rightNow].reduce(0) { $0 + ($1 == nil ? 0 : 1) }
  }
}
