/// Who scored what?
package struct ListAssessments: CohortQuery {
  package var assessor: PersonRef?
  package var cohort = Code.blank
  package var nominee: PersonRef?

  package typealias Answer = AssessmentList
  package static let purpose = Bilingual(
    da: "Bedømmelser, som du må se: egne, og andres når dit eget sæt er fuldt.",
    en: "The assessments that you may see: your own, and others' once your own set is complete (R20).")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessor", &assessor)
    try members("cohort", &cohort)
    try members("nominee", &nominee)
  }
}

/// The answer to `ListAssessments`.
package struct AssessmentList: Record {
  package var conflicts: [ConflictLine] = []
  package var sets: [ScoreSetLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("conflicts", &conflicts)
    try members("sets", &sets)
  }
}

/// One assessor's set for one nominee.
package struct ScoreSetLine: Record {
  package var assessor = Person()
  package var complete = false
  package var nominee = Person()
  package var scores: [ScoreLine] = []
  package var withheld = false

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessor", &assessor)
    try members("complete", &complete)
    try members("nominee", &nominee)
    try members("scores", &scores)
    try members("withheld", &withheld, "Whether scores are withheld until your own set is complete (R20).")
  }
}

/// One score.
package struct ScoreLine: Record {
  package var basis = Basis.blank
  package var points = 0
  package var position: Int?
  package var question = 0
  package var remark: Text?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("basis", &basis)
    try members("points", &points)
    try members("position", &position)
    try members("question", &question)
    try members("remark", &remark)
  }
}

/// A declared conflict of interest (inhabilitet).
package struct ConflictLine: Record {
  package var id = Alias.none
  package var kind = Conflict.Kind.blank
  package var nominee = Person()
  package var person = Person()
  package var ruling = Conflict.Ruling.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("id", &id)
    try members("kind", &kind)
    try members("nominee", &nominee)
    try members("person", &person)
    try members("ruling", &ruling)
  }
}

/// In which order do the nominees stand?
package struct ShowRanking: CohortQuery {
  package var cohort = Code.blank
  package var effective: CivilDate?

  package typealias Answer = RankingShown
  package static let purpose = Bilingual(
    da: "Ranglisten med begge tal, pointligheder og spredning.",
    en: "The ranking with both figures, ties and spread.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("effective", &effective, "Only what was in effect by the end of this day.")
  }
}

/// The answer to `ShowRanking`.
package struct RankingShown: Record {
  package var algorithm: Code?
  package var entries: [RankingLine] = []
  package var inputDigest: Digest?
  package var position: Int?
  package var ties: [TieLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("algorithm", &algorithm)
    try members("entries", &entries)
    try members("inputDigest", &inputDigest)
    try members("position", &position)
    try members("ties", &ties)
  }
}

/// One place in the ranking.
package struct RankingLine: Record {
  package var categoryThree = Rational(0)
  package var nominee = Person()
  package var plainMean = Rational(0)
  package var profession = Thing()
  package var rank = 0
  package var tied = false
  package var total = Rational(0)
  package var workplace = Thing()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("categoryThree", &categoryThree)
    try members("nominee", &nominee)
    try members("plainMean", &plainMean, "A plain mean over the questions, for comparison.")
    try members("profession", &profession)
    try members("rank", &rank)
    try members("tied", &tied)
    try members("total", &total, "By weighted categories.")
    try members("workplace", &workplace)
  }
}

/// A tie that spread could not resolve.
package struct TieLine: Record {
  package var ground: Text?
  package var nominees: [Person] = []
  package var resolved = false

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
    try members("nominees", &nominees, "In the decided order, once it is resolved.")
    try members("resolved", &resolved)
  }
}
