import TalentDomain
import Testing

struct EligibilityTests {
  private static let nominee = Staff.employees[0]

  private func received(_ nominee: String = nominee) throws -> Case {
    var it = try Case.nominated([nominee])
    try it.accept(ReceiveNomination(of: nominee))
    return it
  }

  @Test func `HR receives each nomination once, under a running or a given case number`() throws {
    var it = try Case.nominated(Array(Staff.employees[0..<3]))
    try it.accept(ReceiveNomination(of: Staff.employees[0]))
    _ = try it.refused(SubmitNomination(of: Staff.employees[0]), as: Staff.chief)
    var given = ReceiveNomination(of: Staff.employees[1])
    given.journalNumber = "27/14582"
    try it.accept(given)
    try it.accept(ReceiveNomination(of: Staff.employees[2]))
    #expect(it.sealed(JournalNumber.self).map(\.number) == ["2027-0001", "2027-0002", "27/14582", "2027-0004"])
    #expect(it.cohort.nominations.live(of: it.alias(Staff.employees[2]))?.status == .received)
    #expect(try it.refused(ReceiveNomination(of: Staff.employees[0])) == ["S2"])
    #expect(try it.refused(ReceiveNomination(of: Staff.employees[3])) == ["S2"])
    #expect(throws: Refusal.notFound) { try it.when(ReceiveNomination(of: "9999983")) }
  }

  @Test func `eligibility is ruled on after the receipt`() throws {
    var it = try Case.nominated([Self.nominee])
    #expect(try it.refused(ConfirmEligibility(of: Self.nominee)) == ["S2"])
    #expect(try it.refused(RejectEligibility(of: Self.nominee)) == ["S2"])
    #expect(try it.refused(ConfirmEligibility(of: Staff.employees[1])) == ["S2"])
    try it.accept(ReceiveNomination(of: Self.nominee))
    try it.accept(ConfirmEligibility(of: Self.nominee))
    #expect(it.cohort.nominations.eligible == [it.alias(Self.nominee)])
    #expect(it.cohort.nominations.undecided == 0)
  }

  @Test func `a former leader is not confirmed but rejected, with reasons`() throws {
    var it = try received(Staff.formerLeader)
    #expect(try it.refused(ConfirmEligibility(of: Staff.formerLeader)) == ["R3"])
    var blank = RejectEligibility(of: Staff.formerLeader)
    blank.reasons = " "
    #expect(throws: Refusal.self) { try it.when(blank) }
    try it.accept(RejectEligibility(of: Staff.formerLeader))
    #expect(it.facts(EligibilityRejected.self).map(\.rule) == ["R3"])
    #expect(it.form(of: Staff.formerLeader)?.ground == .formerLeader)
    #expect(it.cohort.nominations.eligible.isEmpty)
    #expect(it.sealed(EligibilityReasons.self).count == 1)
  }

  @Test func `a ruling is not repeated, but may be changed until scoring is closed`() throws {
    var it = try received()
    try it.accept(RejectEligibility(of: Self.nominee, .other))
    #expect(it.facts(EligibilityRejected.self).map(\.rule) == [nil])
    #expect(try it.refused(RejectEligibility(of: Self.nominee)) == ["S2"])
    try it.accept(ConfirmEligibility(of: Self.nominee))
    #expect(it.form(of: Self.nominee)?.ground == nil)
    #expect(try it.refused(ConfirmEligibility(of: Self.nominee)) == ["S2"])
    try it.scoreFully([Self.nominee])
    try it.accept(CloseScoring.of2027, at: at("2027-03-10 12:00"))
    #expect(try it.refused(RejectEligibility(of: Self.nominee)) == ["S2"])
  }

  @Test(arguments: [Staff.leader, Staff.chief, Staff.deputy, Self.nominee])
  func `neither the nominee nor a leader of the nominee's rules on the eligibility`(_ who: String) throws {
    var it = try received()
    #expect(try it.refused(ConfirmEligibility(of: Self.nominee), as: who) == ["R19"])
    #expect(try it.refused(RejectEligibility(of: Self.nominee), as: who) == ["R19"])
    #expect(try it.refused(ConfirmEligibility(of: Self.nominee), as: Staff.hr, for: who) == ["R19"])
  }

  @Test func `a declared conflict bars from the ruling until somebody else dismisses it`() throws {
    var it = try received()
    try it.accept(DeclareConflict(of: Self.nominee))
    #expect(try it.refused(ConfirmEligibility(of: Self.nominee)) == ["R19"])
    let conflict = try #require(it.cohort.assessment.conflictOrder.first)
    try it.accept(RuleConflict(conflict, upheld: false), as: Staff.otherHR)
    try it.accept(ConfirmEligibility(of: Self.nominee))
  }

  @Test func `a step before the form is recorded once, and not ahead of its day`() throws {
    var it = try Case.prepared()
    var talk = HoldTalentConversation()
    talk.cohort = "2027"
    talk.date = date("2027-01-04")
    talk.employee = PersonRef(Self.nominee)
    talk.startedBy = .leader
    try it.accept(talk, as: Staff.leader)
    #expect(try it.refused(talk, as: Staff.leader) == ["S2"])
    talk.date = date("2027-01-05")
    #expect(try it.refused(talk, as: Staff.leader) == ["S4"])
    talk.employee = PersonRef("9999983")
    #expect(throws: Refusal.notFound) { try it.when(talk, as: Staff.leader) }
    var interest = ConfirmInterest()
    interest.cohort = "2027"
    interest.date = date("2027-01-04")
    interest.employee = PersonRef(Self.nominee)
    try it.accept(interest, as: Self.nominee)
    #expect(try it.refused(interest, as: Self.nominee) == ["S2"])
    interest.date = date("2027-01-05")
    #expect(try it.refused(interest, as: Self.nominee) == ["S4"])
  }
}
