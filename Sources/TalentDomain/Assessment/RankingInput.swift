/// Everything that a ranking is computed from: whoever has these scores can compute it again.
package struct RankingInput: Record {
  package var algorithm = Code.blank
  package var categories: [RankingWeight] = []
  package var nominees: [RankedNominee] = []
  package var questions: [RankingQuestion] = []
  package var seats = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("algorithm", &algorithm)
    try members("categories", &categories, "In the order of their numbers.")
    try members("nominees", &nominees, "In the order of their aliases.")
    try members("questions", &questions, "In the order of their numbers.")
    try members("seats", &seats)
  }
}

package struct RankingWeight: Record {
  package var number = 0
  package var weight = Rational(0)

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("number", &number)
    try members("weight", &weight)
  }
}

package struct RankingQuestion: Record {
  package var category = 0
  package var number = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("category", &category)
    try members("number", &number)
  }
}

package struct RankedNominee: Record {
  package var nominee = Alias.none
  package var profession = Alias.none
  package var scores: [RankedScore] = []
  package var workplace = Alias.none

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee)
    try members("profession", &profession)
    try members("scores", &scores, "In the order of assessor and question.")
    try members("workplace", &workplace)
  }
}

package struct RankedScore: Record {
  package var assessor = Alias.none
  package var points = 0
  package var question = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessor", &assessor)
    try members("points", &points)
    try members("question", &question)
  }
}

extension RankingInput {
  /// What stands in a cohort today: eligible nominees, and the full sets that count. Sorted throughout, so that the order
  /// in which things were recorded cannot show in it.
  package init(_ cohort: Cohort) {
    algorithm = Ranking1.version
    seats = cohort.setup.seats
    guard let criteria = cohort.setup.criteria else { return }
    for category in criteria.categories.sorted(by: { $0.number < $1.number }) {
      var weight = RankingWeight()
      weight.number = category.number
      weight.weight = category.weight
      categories.append(weight)
    }
    for question in criteria.questions.sorted(by: { $0.number < $1.number }) {
      var asked = RankingQuestion()
      asked.category = question.category
      asked.number = question.number
      questions.append(asked)
    }
    nominees = cohort.nominations.eligible.sorted().map { nominee in
      var ranked = RankedNominee()
      ranked.nominee = nominee
      if let form = cohort.nominations.live(of: nominee) {
        ranked.profession = form.profession
        ranked.workplace = form.workplace
      }
      for assessor in cohort.assessment.fullSets(of: nominee, criteria).sorted() {
        let set = cohort.assessment.set(of: nominee, by: assessor)
        for question in questions {
          guard let score = set.scores[question.number] else { continue }
          var entry = RankedScore()
          entry.assessor = assessor
          entry.points = score.points
          entry.question = question.number
          ranked.scores.append(entry)
        }
      }
      return ranked
    }
  }
}
