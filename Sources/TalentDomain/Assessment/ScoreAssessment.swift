/// Scores one question of one nominee in an assessor's own name.
package struct ScoreAssessment: CohortCommand {
  package var basis = Basis.blank
  package var cohort = Code.blank
  package var nominee = PersonRef.blank
  package var points = 0
  package var question = 0
  package var remark: Text?

  package static let purpose = Bilingual(
    da: "Giv point for ét spørgsmål hos én indstillet.",
    en: "Score one question of one nominee.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("basis", &basis)
    try members("cohort", &cohort)
    try members("nominee", &nominee)
    try members("points", &points, "From 0 to the highest score of the rule set.")
    try members("question", &question, "The question's number.")
    try members("remark", &remark)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let nominee = try nominee.known()
    var scored = AssessmentScored()
    scored.assessor = context.principal.alias
    scored.basis = basis
    scored.leads = context.leads(nominee, organisation)
    scored.nominee = nominee.alias
    scored.points = points
    scored.question = question
    return [
      Proposal(
        scored, subject: nominee.alias, sealed: remark.map { [Sealed(AssessmentRemark($0), of: nominee.person)] } ?? [])
    ]
  }
}

/// An assessor has scored one question of one nominee.
package struct AssessmentScored: CohortFact {
  package var assessor = Alias.none
  package var basis = Basis.blank
  package var leads = false
  package var nominee = Alias.none
  package var points = 0
  package var question = 0

  package static let type: StaticString = "assessment.scored.v1"
  package static let purpose = Bilingual(
    da: "En bedømmer har givet point for et spørgsmål.",
    en: "An assessor has scored a question.")
  package static let sealed: [any SealedRecord.Type] = [AssessmentRemark.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessor", &assessor)
    try members("basis", &basis)
    try members("leads", &leads, "Whether the assessor is the nominee's leader (R19).")
    try members("nominee", &nominee)
    try members("points", &points)
    try members("question", &question)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    if cohort.assessment.firstScore == nil { cohort.assessment.firstScore = header.position }
    cohort.assessment.put(
      Score(basis: basis, points: points, position: header.position), nominee: nominee, assessor: assessor,
      question: question)
  }
}

/// An assessor's remark on one question.
package struct AssessmentRemark: SealedRecord {
  package var remark = Text("")

  package static let kind = SealedKind.assessmentRemark
  package static let retention = RetentionClass.assessment
  package static let audience = Audience.assessment

  package init() {}
  init(_ remark: Text) { self.remark = remark }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("remark", &remark)
  }
}
