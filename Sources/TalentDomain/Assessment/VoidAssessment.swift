/// Voids (annullerer) one score of an assessor, or the whole set.
package struct VoidAssessment: CohortCommand {
  package var assessor = PersonRef.blank
  package var cohort = Code.blank
  package var nominee = PersonRef.blank
  package var question: Int?
  package var reason = Text("")

  package static let purpose = Bilingual(
    da: "Annullér en bedømmelse, eller hele sættet.",
    en: "Void a score, or the whole set.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessor", &assessor)
    try members("cohort", &cohort)
    try members("nominee", &nominee)
    try members("question", &question, "Left out, the whole set is voided.")
    try members("reason", &reason)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let nominee = try nominee.known()
    let assessor = try assessor.known()
    let scores = cohort.assessment.set(of: nominee.alias, by: assessor.alias).scores
      .filter { question == nil || $0.key == question }
    guard !scores.isEmpty else { throw .notFound }
    return scores.sorted { $0.key < $1.key }.map { question, score in
      Proposal(
        AssessmentVoided(nominee: nominee.alias, assessor: assessor.alias, question: question, score: score),
        subject: nominee.alias, sealed: [Sealed(CorrectionReason(reason), of: nominee.person)], cause: score.position)
    }
  }
}

/// A score no longer counts; it stays in the log.
package struct AssessmentVoided: CohortFact {
  package var assessor = Alias.none
  package var conflict: Alias?
  package var nominee = Alias.none
  package var oldBasis = Basis.blank
  package var oldPoints = 0
  package var question = 0
  package var target: Int?

  package static let type: StaticString = "assessment.voided.v1"
  package static let purpose = Bilingual(
    da: "En bedømmelse er annulleret.",
    en: "A score has been voided.")
  package static let sealed: [any SealedRecord.Type] = [CorrectionReason.self]

  package init() {}

  init(nominee: Alias, assessor: Alias, question: Int, score: Score) {
    self.assessor = assessor
    self.nominee = nominee
    oldBasis = score.basis
    oldPoints = score.points
    self.question = question
    target = score.position
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessor", &assessor)
    try members("conflict", &conflict, "The upheld conflict of interest under which it was given (R19).")
    try members("nominee", &nominee)
    try members("oldBasis", &oldBasis)
    try members("oldPoints", &oldPoints)
    try members("question", &question)
    try members("target", &target, "The position of the score that is voided (R21).")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.assessment.sets[nominee]?[assessor]?.scores[question] = nil
    // Without it there are no longer two full sets, so scoring is open again and what was computed from it is void (R20).
    cohort.assessment.closed = nil
    cohort.assessment.ranking = nil
    cohort.assessment.rankedAt = nil
    cohort.assessment.resolved = []
  }
}
