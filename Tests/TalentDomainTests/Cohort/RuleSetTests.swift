import TalentDomain
import Testing

struct RuleSetTests {
  @Test func `without a rule set the programme's own numbers hold`() throws {
    let setup = try Case.opened().cohort.setup
    let rules = setup.rules(on: date("2027-03-01"))
    #expect(rules == RuleSet())
    #expect((rules.assessors, rules.points, rules.feedbackDays, rules.gatheringDays) == (2, 4, 14, Rational(12)))
    #expect(setup.ruleSetVersion(on: date("2027-03-01")) == nil)
  }

  @Test func `the latest adopted that has begun holds`() throws {
    var it = try Case.opened()
    try it.accept(adopt("regler-1", from: "2027-01-04") { $0.answerDays = 8 })
    try it.accept(adopt("regler-2", from: "2027-02-01") { $0.answerDays = 9 }, at: at("2027-01-10"))
    let setup = it.cohort.setup
    #expect(setup.rules(on: date("2027-01-31")).answerDays == 8)
    #expect(setup.rules(on: date("2027-02-01")).answerDays == 9)
    #expect(setup.ruleSetVersion(on: date("2027-01-03")) == nil)
    #expect(setup.ruleSetVersion(on: date("2027-02-01")) == "regler-2")
    #expect(setup.ruleSets.map(\.digest) == setup.ruleSets.map { it.directory.digest($0.values.canonical) })
  }

  @Test func `the first may hold from the day the cohort was opened, no later one reaches back`() throws {
    var it = try Case.opened()
    #expect(try it.refused(adopt("regler-1", from: "2027-01-03"), at: at("2027-01-10")) == ["S4"])
    try it.accept(adopt("regler-1", from: "2027-01-04"))
    #expect(try it.refused(adopt("regler-2", from: "2027-01-09")) == ["S4"])
    try it.accept(adopt("regler-2", from: "2027-01-10"))
  }

  @Test func `a version is adopted once`() throws {
    var it = try Case.opened()
    try it.accept(adopt("regler-1", from: "2027-01-04"))
    #expect(try it.refused(adopt("regler-1", from: "2027-02-01")) == ["S2"])
  }

  private static let outOfLimits: [(String, @Sendable (inout RuleSet) -> Void)] = [
    ("no day for an answer", { $0.answerDays = 0 }), ("a single assessor", { $0.assessors = 1 }),
    ("five answers of four", { $0.feedbackAnswers = 5 }), ("no day for feedback", { $0.feedbackDays = 0 }),
    ("no gathering", { $0.gatheringDays = Rational(0) }), ("thirds of days", { $0.gatheringDays = Rational(37, 3) }),
    ("days beyond measure", { $0.gatheringDays = Rational(Rational.limit, 2) }), ("no points", { $0.points = 0 }),
    ("too many points", { $0.points = 101 }), ("too many nominees", { $0.nominees = 301 }),
    ("no nominee", { $0.nominees = 0 }), ("data kept for ever", { $0.retentionYears = 31 }),
  ]

  @Test(arguments: outOfLimits.indices)
  func `numbers by which no cohort could be run are refused`(_ index: Int) throws {
    var it = try Case.opened()
    let (name, change) = RuleSetTests.outOfLimits[index]
    #expect(try it.refused(adopt("regler-1", from: "2027-01-04", change)) == ["S4"], "\(name)")
  }

  private func adopt(
    _ version: Code, from: String, _ change: (inout RuleSet) -> Void = { _ in }
  ) -> AdoptRuleSet {
    var command = AdoptRuleSet()
    command.cohort = "2027"
    command.from = date(from)
    command.version = version
    change(&command.values)
    return command
  }
}
