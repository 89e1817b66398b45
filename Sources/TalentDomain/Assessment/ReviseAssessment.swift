/// Corrects one of an assessor's own scores: the old value must match, the reason is kept (R21).
package struct ReviseAssessment: CohortCommand {
  package var basis = Basis.blank
  package var cohort = Code.blank
  package var nominee = PersonRef.blank
  package var oldBasis = Basis.blank
  package var oldPoints = 0
  package var points = 0
  package var question = 0
  package var reason = Text("")

  package static let purpose = Bilingual(
    da: "Ret en af dine egne bedømmelser.",
    en: "Revise one of your own scores.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("basis", &basis, "The new basis.")
    try members("cohort", &cohort)
    try members("nominee", &nominee)
    try members("oldBasis", &oldBasis, "The basis as it stands, which must match.")
    try members("oldPoints", &oldPoints, "The points as they stand, which must match.")
    try members("points", &points, "The new points.")
    try members("question", &question, "The question's number.")
    try members("reason", &reason)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let nominee = try nominee.known()
    let assessor = context.principal.alias
    let score = cohort.assessment.set(of: nominee.alias, by: assessor).scores[question]
    var revised = AssessmentRevised()
    revised.assessor = assessor
    revised.basis = basis
    revised.leads = context.leads(nominee, organisation)
    revised.nominee = nominee.alias
    revised.oldBasis = oldBasis
    revised.oldPoints = oldPoints
    revised.points = points
    revised.question = question
    revised.target = score?.position
    return [
      Proposal(
        revised, subject: nominee.alias, sealed: [Sealed(CorrectionReason(reason), of: nominee.person)],
        cause: score?.position)
    ]
  }
}

/// An assessor has corrected a score.
package struct AssessmentRevised: CohortFact {
  package var assessor = Alias.none
  package var basis = Basis.blank
  package var leads = false
  package var nominee = Alias.none
  package var oldBasis = Basis.blank
  package var oldPoints = 0
  package var points = 0
  package var question = 0
  package var target: Int?

  package static let type: StaticString = "assessment.revised.v1"
  package static let purpose = Bilingual(
    da: "En bedømmer har rettet en bedømmelse.",
    en: "An assessor has revised a score.")
  package static let sealed: [any SealedRecord.Type] = [CorrectionReason.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessor", &assessor)
    try members("basis", &basis)
    try members("leads", &leads, "Whether the assessor is the nominee's leader (R19).")
    try members("nominee", &nominee)
    try members("oldBasis", &oldBasis)
    try members("oldPoints", &oldPoints)
    try members("points", &points)
    try members("question", &question)
    try members("target", &target, "The position of the score that is corrected (R21).")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.assessment.put(
      Score(basis: basis, points: points, position: header.position), nominee: nominee, assessor: assessor,
      question: question)
  }
}

/// Why a score was corrected or voided (R21).
package struct CorrectionReason: SealedRecord {
  package var reason = Text("")

  package static let kind = SealedKind.correctionReason
  package static let retention = RetentionClass.assessment
  package static let audience = Audience.assessment

  package init() {}
  init(_ reason: Text) { self.reason = reason }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reason", &reason)
  }
}
