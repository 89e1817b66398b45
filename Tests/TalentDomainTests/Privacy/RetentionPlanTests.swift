import TalentDomain
import Testing

struct RetentionPlanTests {
  /// How a part in the cohort ended, and when: what follows from it.
  struct Ending: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let number: String
    let outcome: RetentionOutcome
    /// The last days of a nomination and of an assessment; nil while the case is open.
    let nomination: String?
    let assessment: String?
    let reach: @Sendable () throws -> Case

    init(
      _ description: String, _ number: String, _ outcome: RetentionOutcome, nomination: String?, assessment: String?,
      reach: @escaping @Sendable () throws -> Case
    ) {
      testDescription = description
      self.number = number
      self.outcome = outcome
      self.nomination = nomination
      self.assessment = assessment
      self.reach = reach
    }
  }

  static let endings: [Ending] = [
    Ending("under consideration", "110", .open, nomination: nil, assessment: nil) { try Case.ranked() },
    Ending("approved, and not offered a seat yet", "110", .open, nomination: nil, assessment: nil) {
      try Case.approved()
    },
    Ending("in reserve", "113", .open, nomination: nil, assessment: nil) { try Case.approved() },
    Ending("told of not being selected", "116", .notSelected, nomination: "2030-03-15", assessment: "2030-03-15") {
      var it = try Case.approved()
      try it.accept(NotifyNonSelection("116"))
      return it
    },
    Ending(
      "told, and given feedback a week later", "116", .notSelected, nomination: "2030-03-22", assessment: "2030-03-22"
    ) {
      var it = try Case.approved()
      try it.accept(NotifyNonSelection("116"))
      try it.accept(GiveFeedback("116"), as: Staff.leader, at: at("2027-03-22 09:00"))
      return it
    },
    Ending("told, with a complaint that nobody has answered", "116", .open, nomination: nil, assessment: nil) {
      var it = try Case.approved()
      try it.accept(NotifyNonSelection("116"))
      var complaint = ReceiveComplaint()
      (complaint.cohort, complaint.nominee, complaint.text) = ("2027", PersonRef("116"), "Jeg klager.")
      try it.accept(complaint)
      return it
    },
    Ending("offered a seat", "110", .open, nomination: nil, assessment: nil) {
      var it = try Case.approved()
      try it.accept(OfferSeat("110"))
      return it
    },
    Ending("declined the seat", "110", .notSelected, nomination: "2030-03-15", assessment: "2030-03-15") {
      var it = try Case.approved()
      try it.accept(OfferSeat("110"))
      try it.accept(DeclineSeat("110"), as: "110")
      return it
    },
    Ending("left the programme", "110", .participated, nomination: "2032-05-20", assessment: "2030-05-20") {
      var it = try Case.seated()
      try it.accept(WithdrawParticipant("110"), as: "110", at: at("2027-05-20 12:00"))
      return it
    },
    Ending("put it off", "110", .participated, nomination: "2032-05-20", assessment: "2030-05-20") {
      var it = try Case.seated()
      try it.accept(DeferParticipation("110"), at: at("2027-05-20 12:00"))
      return it
    },
    // The last gathering ends on 1 February 2028.
    Ending("took part", "110", .participated, nomination: "2033-02-01", assessment: "2031-02-01") {
      try Case.seated()
    },
    Ending(
      "took part, and what became of it is recorded", "110", .participated, nomination: "2033-11-25",
      assessment: "2031-11-25"
    ) {
      var it = try Case.seated()
      var outcome = RecordOutcome()
      (outcome.cohort, outcome.participant, outcome.outcome) = ("2027", PersonRef("110"), .stayed)
      try it.accept(outcome, at: at("2028-11-25 12:00"))
      return it
    },
    Ending("withdrew the nomination", "110", .notConsidered, nomination: "2028-02-01", assessment: "2028-02-01") {
      var it = try Case.prepared()
      try it.accept(SubmitNomination(of: "110"), as: Staff.chief, at: at("2027-01-20 12:00"))
      try it.accept(WithdrawNomination(of: "110"), as: Staff.chief, at: at("2027-02-01 12:00"))
      return it
    },
    Ending("handed in too late", "110", .notConsidered, nomination: "2028-03-02", assessment: "2028-03-02") {
      var it = try Case.prepared()
      try it.when(SubmitNomination(of: "110"), as: Staff.chief, at: at("2027-03-02 00:00:00"))
      return it
    },
    Ending(
      "scored others", Staff.assessors[0], .contributed, nomination: nil, assessment: "2031-02-01"
    ) { try Case.ranked() },
    Ending("is a mentor", Staff.otherChief, .contributed, nomination: nil, assessment: "2031-02-01") {
      try Case.matched()
    },
  ]

  @Test(arguments: endings)
  func `how long a case is kept follows from how it ended`(ending: Ending) throws {
    let it = try ending.reach()
    let plan = it.plan(of: ending.number, on: "2029-01-01")
    let part = try #require(plan[.link]?.grounds.first { $0.cohort == "2027" })
    #expect(part.outcome == ending.outcome)
    #expect(plan[.link]?.holds.contains(.openCase) == (ending.outcome == .open))
    guard ending.outcome != .contributed else {
      #expect(part.until == ending.assessment.map(date))
      return #expect(plan[.nomination] == nil && plan[.assessment] == nil, "others' cases are not one's own")
    }
    #expect(plan[.assessment]?.until == ending.assessment.map(date))
    #expect(plan[.nomination]?.until == ending.nomination.map(date))
    #expect(plan[.assessment]?.grounds.map(\.outcome) == [ending.outcome])
  }

  @Test func `of whoever took part in others' cases only what they declared of themselves is their own`() throws {
    var it = try Case.scored()
    var conflict = DeclareConflict()
    (conflict.cohort, conflict.kind, conflict.nominee) = ("2027", .kin, PersonRef("110"))
    conflict.reasons = "Vi er fætre."
    try it.accept(conflict, as: Staff.assessors[0])
    #expect(it.plan(of: Staff.assessors[0], on: "2029-01-01")[.assessment]?.until == date("2031-02-01"))
    #expect(it.plan(of: Staff.assessors[1], on: "2029-01-01")[.assessment] == nil)
  }

  @Test func `a programme that runs is a case that is not ended`() throws {
    let it = try Case.seated()
    #expect(it.plan(of: "110", on: "2028-02-01")[.programme]?.until == nil)
    #expect(it.plan(of: "110", on: "2028-02-02")[.programme]?.until == date("2033-02-01"))
  }

  @Test func `the register is kept while somebody is employed, and until every case has passed`() throws {
    var it = try Case.seated()
    for retention in [RetentionClass.account, .employment, .link, .record] {
      #expect(it.plan(of: "110", on: "2029-01-01")[retention]?.until == nil)
    }
    try it.accept(EndEmployment(of: "110"), as: Staff.hr, at: at("2028-03-01 09:00"))
    let plan = it.plan(of: "110", on: "2029-01-01")
    for retention in [RetentionClass.account, .employment, .link, .record] {
      #expect(plan[retention]?.until == date("2033-02-01"), "the longest class of the case is kept so long")
    }
    let grounds = try #require(plan[.employment]?.grounds)
    #expect(grounds.map(\.outcome) == [.participated, .employed])
    #expect(grounds.last?.from == date("2028-03-01"))
  }

  @Test func `whoever has left without ever having had a case is due at once, and has no link`() throws {
    var it = try Case.staffed()
    try it.accept(EndEmployment(of: "120"), as: Staff.hr, at: at("2027-02-01 09:00"))
    let plan = RetentionPlan(of: it.person("120"), it.organisation, cases: [], on: date("2027-02-02"))
    #expect(plan.lines.map(\.retention) == [.account, .employment, .record])
    #expect(plan.lines.allSatisfy { $0.isDue(on: date("2027-02-02")) && !$0.isDue(on: date("2027-02-01")) })
  }

  @Test func `all cohorts of a person end together, with the one that is kept longest`() throws {
    let first = try Case.longPast()
    var second = try Case.seated()
    try second.accept(WithdrawParticipant("112"), as: "112", at: at("2027-05-20 12:00"))
    let cases = [
      CasePart(cohort: "2027", alias: first.alias("116"), state: first.cohort),
      CasePart(cohort: "2029", alias: second.alias("112"), state: second.cohort),
    ]
    let plan = RetentionPlan(of: first.person("116"), first.organisation, cases: cases, on: date("2031-06-01"))
    let nomination = try #require(plan[.nomination])
    #expect(nomination.until == date("2032-05-20"))
    #expect(nomination.grounds.map(\.cohort) == ["2029", "2027"])
    #expect(nomination.holds == [.archive, .audit], "2029 has been cleared by nobody")
    // One that is open keeps them all.
    let open = try Case.approved()
    let more = cases + [CasePart(cohort: "2031", alias: open.alias("110"), state: open.cohort)]
    let held = RetentionPlan(of: first.person("116"), first.organisation, cases: more, on: date("2031-06-01"))
    #expect(held.lines.allSatisfy { $0.until == nil && $0.holds.contains(.openCase) })
  }

  @Test func `what holds: archives, auditors, a legal hold, a case, and others' cases`() throws {
    #expect(try Case.longPast().plan(of: "116", on: "2031-06-01")[.nomination]?.holds == [])
    #expect(try Case.longPast(cleared: false).plan(of: "116", on: "2031-06-01")[.nomination]?.holds == [.archive])
    #expect(try Case.longPast(audited: false).plan(of: "116", on: "2031-06-01")[.nomination]?.holds == [.audit])
    var it = try Case.longPast()
    try it.accept(SetLegalHold(on: "116"), as: Staff.dpo)
    #expect(it.plan(of: "116", on: "2031-06-01")[.nomination]?.holds == [.legalHold])
    // An assessor is needed until the scoring is closed, a mentor until the programme ends; neither case is their own.
    #expect(try Case.scored().plan(of: Staff.assessors[0], on: "2027-03-05")[.link]?.holds == [.othersCase])
    #expect(try Case.ranked().plan(of: Staff.assessors[0], on: "2027-03-11")[.link]?.holds == [])
    #expect(try Case.proposed().plan(of: Staff.hr, on: "2027-03-11")[.link]?.holds == [.othersCase])
    #expect(try Case.matched().plan(of: Staff.otherChief, on: "2027-06-01")[.link]?.holds == [.othersCase])
    #expect(try Case.matched().plan(of: Staff.otherChief, on: "2028-02-02")[.link]?.holds == [])
  }

  @Test func `the periods are values of the rule set of the day on which the case ended`() throws {
    var it = try Case.approved()
    var values = RuleSet()
    values.retentionYears = 2
    var periods = RetentionValues()
    periods.participated.nomination = 7
    values.retention = periods
    var adopt = AdoptRuleSet()
    (adopt.cohort, adopt.version, adopt.values, adopt.from) = ("2027", "regler-1", values, date("2027-03-16"))
    try it.accept(NotifyNonSelection("115"))
    try it.accept(adopt)
    try it.accept(NotifyNonSelection("116"), at: at("2027-03-16 12:00"))
    #expect(it.plan(of: "115", on: "2029-01-01")[.selection]?.until == date("2030-03-15"), "never retroactive")
    #expect(it.plan(of: "116", on: "2029-01-01")[.selection]?.until == date("2029-03-16"))
    #expect(values.retention(after: .participated)?[.nomination] == 7)
  }

  @Test func `periods that nobody could answer for are refused`() throws {
    var it = try Case.opened()
    var adopt = AdoptRuleSet()
    (adopt.cohort, adopt.version, adopt.from) = ("2027", "regler-1", date("2027-01-04"))
    var periods = RetentionValues()
    periods.participated.feedback = 31
    adopt.values.retention = periods
    #expect(try it.refused(adopt) == ["S4"])
    periods.participated.feedback = -1
    adopt.values.retention = periods
    #expect(try it.refused(adopt) == ["S4"])
  }

  @Test func `every period has a reason in both languages`() {
    let table = RuleSet().retentionTable
    #expect(table.count == 4 * 5)
    #expect(table.allSatisfy { !$0.reason.da.isEmpty && !$0.reason.en.isEmpty })
    #expect(table.filter { $0.outcome == .notSelected }.allSatisfy { $0.years == 3 }, "the programme's own word")
  }

  @Test(arguments: [
    ("2027-01-31", 1, "2027-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2027-12-15", 1, "2028-01-15"),
    ("2028-02-29", 12, "2029-02-28"), ("2027-03-01", 36, "2030-03-01"), ("2027-11-30", 3, "2028-02-29"),
  ])
  func `a month later is the same day, or the last of a shorter month`(_ day: String, _ months: Int, _ later: String) {
    #expect(date(day).adding(months: months) == date(later))
  }
}
