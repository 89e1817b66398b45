import TalentDomain
import Testing

struct CriteriaTests {
  @Test func `criteria are published with the digest of exactly these words and weights`() throws {
    let it = try Case.prepared()
    #expect(it.cohort.setup.criteria == .standard)
    #expect(it.cohort.setup.criteriaDigest == it.directory.digest(Criteria.standard.canonical))
  }

  @Test func `criteria may change until the first score, and then no more`() throws {
    var it = try Case.prepared()
    var better = Criteria.standard
    better.version = "kriterier-2"
    try it.accept(PublishCriteria(better))
    #expect(it.cohort.setup.criteria?.version == "kriterier-2")
    it.cohort.assessment.firstScore = 99
    #expect(try it.refused(PublishCriteria(.standard)) == ["R8"])
  }

  private static let wrong: [(String, @Sendable (inout Criteria) -> Void)] = [
    ("no question", { $0.questions = [] }), ("no category", { $0.categories = [] }),
    ("a question number twice", { $0.questions[1].number = 1 }),
    ("a category number twice", { $0.categories[1].number = 1 }),
    ("a question of an unknown category", { $0.questions[4].category = 4 }),
    ("a category without a question", { $0.questions.removeLast() }),
    ("a question without a basis", { $0.questions[0].bases = [] }),
    ("a basis twice", { $0.questions[0].bases = [.none, .none] }),
    ("weights below 1", { $0.categories[0].weight = Rational(1, 4) }),
    ("weights above 1", { $0.categories[0].weight = Rational(1, 2) }),
    ("a weight of nothing", { $0.categories[0].weight = Rational(0) }),
    ("a negative weight", { $0.categories[0].weight = Rational(-1, 3) }),
    ("a weight above 1", { $0.categories[0].weight = Rational(4, 3) }),
    ("the largest denominator", { $0.categories[0].weight = Rational(1, Rational.limit) }),
    ("the least numerator", { $0.categories[0].weight = Rational(-Rational.limit, 7) }),
    (
      "denominators with too large a common multiple",
      {
        $0.categories[0].weight = Rational(1, 997)
        $0.categories[1].weight = Rational(1, 991)
      }
    ),
    (
      "twenty-one questions",
      { criteria in
        for number in 6...21 { criteria.questions.append(Question(number, in: 1, "x", "x")) }
      }
    ),
  ]

  @Test(arguments: wrong.indices)
  func `criteria by which nobody could be judged are refused`(_ index: Int) throws {
    var it = try Case.opened()
    let (name, change) = CriteriaTests.wrong[index]
    var criteria = Criteria.standard
    change(&criteria)
    #expect(try it.refused(PublishCriteria(criteria)) == ["S4"], "\(name)")
    #expect(it.cohort.setup.criteria == nil)
  }

  @Test func `weights need not be equal, only add up to exactly 1`() throws {
    var it = try Case.opened()
    var criteria = Criteria.standard
    criteria.categories[0].weight = Rational(1, 2)
    criteria.categories[1].weight = Rational(7, 20)
    criteria.categories[2].weight = Rational(3, 20)
    try it.accept(PublishCriteria(criteria))
  }
}
