/// How did one nominee's case come to end as it did?
package struct ExplainPerson: CohortQuery {
  package var cohort = Code.blank
  package var effective: CivilDate?
  package var person = PersonRef.blank

  package typealias Answer = CaseExplained
  package static let purpose = Bilingual(
    da: "En indstillets sag på én side, fra skema til klage, med positioner som henvisninger.",
    en: "A nominee's case on one page, from the form to a complaint, with positions as references.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("effective", &effective, "Only what was in effect by the end of this day.")
    try members("person", &person)
  }
}

/// The answer to `ExplainPerson`. The immediate leader is told what feedback needs, once the letter is sent, and no more.
package struct CaseExplained: Record {
  package var approval: ExplainedApproval?
  package var complaints: [ExplainedWords] = []
  package var conflicts: [ExplainedConflict] = []
  package var feedback: ExplainedFeedback?
  package var forms: [ExplainedForm] = []
  package var guide: FeedbackGuide?
  package var letter: ExplainedWords?
  package var nominee = Person()
  package var proposal: ExplainedProposal?
  package var ranking: ExplainedRanking?
  package var rulings: [ExplainedRuling] = []
  package var scores: [ExplainedScore] = []
  package var status: CaseStatus?
  package var steps: [ExplainedStep] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("approval", &approval)
    try members("complaints", &complaints, "Complaints and their answers, in order.")
    try members("conflicts", &conflicts)
    try members("feedback", &feedback)
    try members("forms", &forms, "Each version that was handed in.")
    try members("guide", &guide, "What the immediate leader needs in order to answer the four questions (R12).")
    try members("letter", &letter)
    try members("nominee", &nominee)
    try members("proposal", &proposal, "The latest.")
    try members("ranking", &ranking)
    try members("rulings", &rulings, "On the eligibility, the last one holds.")
    try members("scores", &scores, "Those that stand.")
    try members("status", &status)
    try members("steps", &steps, "Everything that is recorded of the case, in order.")
  }
}

/// One event of the case.
package struct ExplainedStep: Record {
  package var by = Person()
  package var day = CivilDate.blank
  package var position: Int?
  package var type = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("by", &by, "In whose name.")
    try members("day", &day, "When it was recorded.")
    try members("position", &position)
    try members("type", &type)
  }
}

/// A form as it was handed in.
package struct ExplainedForm: Record {
  package var answers: [AnswerGiven] = []
  package var chief = Person()
  package var position: Int?
  package var priority: Int?
  package var refusedBy: [Line] = []
  package var type = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("answers", &answers, "Each with its basis; empty where they are not at hand.")
    try members("chief", &chief)
    try members("position", &position)
    try members("priority", &priority, "The chief's own order, never computed with (R5).")
    try members("refusedBy", &refusedBy)
    try members("type", &type, "The event that it came by.")
  }
}

package struct ExplainedRuling: Record {
  package var eligible = false
  package var position: Int?
  package var reasons: Text?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("eligible", &eligible)
    try members("position", &position)
    try members("reasons", &reasons)
  }
}

package struct ExplainedScore: Record {
  package var assessor = Person()
  package var basis = Basis.blank
  package var points = 0
  package var position: Int?
  package var question = 0
  package var remark: Text?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessor", &assessor)
    try members("basis", &basis)
    try members("points", &points)
    try members("position", &position)
    try members("question", &question)
    try members("remark", &remark)
  }
}

package struct ExplainedConflict: Record {
  package var kind = Conflict.Kind.blank
  package var person = Person()
  package var position: Int?
  package var ruling = Conflict.Ruling.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("kind", &kind)
    try members("person", &person, "Who has it, or was said to have it.")
    try members("position", &position, "Of the declaration.")
    try members("ruling", &ruling)
  }
}

package struct ExplainedRanking: Record {
  package var categories: [ExplainedCategory] = []
  package var nominees = 0
  package var place = RankingPlace.blank
  package var plainMean = Rational(0)
  package var position: Int?
  package var rank = 0
  package var seats = 0
  package var tiesResolved: [Int] = []
  package var total = Rational(0)

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("categories", &categories)
    try members("nominees", &nominees, "How many are ranked.")
    try members("place", &place)
    try members("plainMean", &plainMean, "A plain mean over the questions, for comparison.")
    try members("position", &position)
    try members("rank", &rank)
    try members("seats", &seats)
    try members("tiesResolved", &tiesResolved, "The positions of decisions on ties with this nominee in them.")
    try members("total", &total, "By weighted categories.")
  }
}

package struct ExplainedCategory: Record {
  package var da = Line("")
  package var en = Line("")
  package var mean = Rational(0)
  package var number = 0
  package var weight = Rational(0)

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("da", &da)
    try members("en", &en)
    try members("mean", &mean)
    try members("number", &number)
    try members("weight", &weight)
  }
}

package struct ExplainedProposal: Record {
  package enum Part: String, Choice {
    case reserve, rest, selected
  }

  package var departure = false
  package var digest = Digest.blank
  package var ground: Text?
  package var part = Part.blank
  package var place: Int?
  package var position: Int?
  package var reasons: Text?
  package var status = ProposalState.Status.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("departure", &departure, "Whether it departs from the ranking here (R9).")
    try members("digest", &digest)
    try members("ground", &ground, "Of the departure.")
    try members("part", &part)
    try members("place", &place, "In the reserve.")
    try members("position", &position)
    try members("reasons", &reasons)
    try members("status", &status)
  }
}

package struct ExplainedApproval: Record {
  package var journal: Line?
  package var meeting = CivilDate.blank
  package var member = Person()
  package var minutes = Digest.blank
  package var position: Int?
  package var present: [Person] = []
  package var title: Line?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("journal", &journal)
    try members("meeting", &meeting)
    try members("member", &member)
    try members("minutes", &minutes, "SHA-256 of the minutes.")
    try members("position", &position)
    try members("present", &present)
    try members("title", &title)
  }
}

/// Words of a letter, a complaint or an answer, and the event beside which they stand sealed.
package struct ExplainedWords: Record {
  package var day = CivilDate.blank
  package var position: Int?
  package var type = Line("")
  package var words: Text?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("day", &day)
    try members("position", &position)
    try members("type", &type)
    try members("words", &words)
  }
}

package struct ExplainedFeedback: Record {
  package var due = CivilDate.blank
  package var feedback: Feedback?
  package var position: Int?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("due", &due)
    try members("feedback", &feedback)
    try members("position", &position, "Absent while it has not been given.")
  }
}

/// What the immediate leader needs in order to answer the four questions honestly (R12). Of the others it holds no name and no
/// score.
package struct FeedbackGuide: Record {
  package var placesToSeat = 0
  package var pointsToSeat: Rational?
  package var questions: [GuideQuestion] = []
  package var strongest: [Int] = []
  package var weakest: [Int] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("placesToSeat", &placesToSeat, "How many places below the last seat.")
    try members("pointsToSeat", &pointsToSeat, "By how much the total fell short of it: at most so much, in quarters.")
    try members("questions", &questions)
    try members("strongest", &strongest, "Numbers of the strongest questions, compared with those selected.")
    try members("weakest", &weakest, "Numbers of the weakest.")
  }
}

package struct GuideQuestion: Record {
  package enum Relation: String, Choice {
    case above, below, level
  }

  package var bases: [Basis] = []
  package var da = Line("")
  package var en = Line("")
  package var mean = Rational(0)
  package var number = 0
  package var relation: Relation?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("bases", &bases, "What the scores rest on.")
    try members("da", &da)
    try members("en", &en)
    try members("mean", &mean, "Of the nominee's own points.")
    try members("number", &number)
    try members(
      "relation", &relation, "To the mean of those selected; absent where they are so few that it would tell of one.")
  }
}
