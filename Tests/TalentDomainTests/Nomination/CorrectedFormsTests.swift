import TalentDomain
import Testing

/// Completing, amending and withdrawing.
struct CorrectedFormsTests {
  private static let nominee = Staff.employees[0]

  // MARK: Complete

  private func incomplete(_ change: (inout SubmitNomination) -> Void) throws -> (Case, Alias) {
    var it = try Case.prepared()
    let form = SubmitNomination(of: Self.nominee, change)
    #expect(try it.refused(form, as: Staff.chief, at: at("2027-02-01 10:00")) != [])
    return (it, try #require(it.form(of: Self.nominee)).id)
  }

  @Test func `an incomplete form is completed before the deadline, and its first receipt stands`() throws {
    var (it, form) = try incomplete { $0.answers[1].reasons = nil }
    let last = at("2027-03-02 00:00").adding(milliseconds: -1)
    try it.accept(CompleteNomination(form, of: Self.nominee), as: Staff.chief, at: last)
    let live = try #require(it.cohort.nominations.live(of: it.alias(Self.nominee)))
    #expect(live.id == form)
    #expect(live.handedIn == at("2027-02-01 10:00"))
    #expect(live.status == .received)
    #expect(live.version == 2)
    #expect(it.cohort.nominations.order == [form])
    #expect(it.directory.opened(NominationForm.self, at: live.position)?.answers == .complete)
    let journal = try #require(live.receivedAt)
    #expect(it.directory.opened(JournalNumber.self, at: journal)?.number == "2027-0001")
  }

  @Test func `after the deadline nothing is completed`() throws {
    var (it, form) = try incomplete { $0.answers[1].reasons = nil }
    let rules = try it.refused(CompleteNomination(form, of: Self.nominee), as: Staff.chief, at: at("2027-03-02 00:00"))
    #expect(rules == ["R2"])
  }

  @Test func `a form that still lacks something is refused again`() throws {
    var (it, form) = try incomplete { $0.answers[1].reasons = nil }
    let again = CompleteNomination(form, of: Self.nominee) { $0.answers[2].basis = nil }
    #expect(try it.refused(again, as: Staff.chief) == ["R6"])
    let rules = try it.refused(CompleteNomination(form, of: Self.nominee), as: Staff.otherChief)
    #expect(rules == ["R5"])
  }

  @Test func `a form that lacked conversation and target field may be completed`() throws {
    var (it, form) = try incomplete {
      $0.conversation = nil
      $0.field = nil
    }
    try it.accept(CompleteNomination(form, of: Self.nominee), as: Staff.deputy)
  }

  @Test func `a form that was refused for what it says is not completed but handed in anew`() throws {
    var (it, form) = try incomplete { $0.interest = false }
    #expect(try it.refused(CompleteNomination(form, of: Self.nominee), as: Staff.chief) == ["S2"])
    try it.accept(SubmitNomination(of: Self.nominee), as: Staff.chief)
  }

  @Test func `a form is completed for the same employee, once, and beside no live one`() throws {
    var (it, form) = try incomplete { $0.answers = [] }
    #expect(try it.refused(CompleteNomination(form, of: Staff.employees[1]), as: Staff.chief) == ["S2"])
    try it.accept(SubmitNomination(of: Self.nominee), as: Staff.chief)
    #expect(try it.refused(CompleteNomination(form, of: Self.nominee), as: Staff.chief) == ["S1"])
    try it.accept(WithdrawNomination(of: Self.nominee), as: Staff.chief)
    try it.accept(CompleteNomination(form, of: Self.nominee), as: Staff.chief)
    #expect(try it.refused(CompleteNomination(form, of: Self.nominee), as: Staff.chief) == ["S1", "S2"])
  }

  @Test func `a form that nobody knows is not found`() throws {
    var it = try Case.prepared()
    let unknown = CompleteNomination(Alias(bits: 4711), of: Self.nominee)
    #expect(throws: Refusal.notFound) { try it.when(unknown, as: Staff.chief) }
  }

  // MARK: Amend

  @Test func `the same chief amends a live form before the deadline`() throws {
    var it = try Case.nominated([Self.nominee])
    try it.accept(AmendNomination(of: Self.nominee), as: Staff.chief, at: at("2027-03-01 23:59:59"))
    let live = try #require(it.cohort.nominations.live(of: it.alias(Self.nominee)))
    #expect(live.field == .own)
    #expect(live.priority == 2)
    #expect(live.version == 2)
    #expect(live.handedIn == at("2027-02-01 10:00"))
    #expect(it.cohort.nominations.order.count == 1)
  }

  @Test func `an amendment keeps to all rules, the deadline and the latest version`() throws {
    var it = try Case.nominated([Self.nominee])
    let amend = AmendNomination(of: Self.nominee)
    #expect(try it.refused(amend, as: Staff.otherChief) == ["R5"])
    #expect(try it.refused(amend, as: Staff.deputy) == ["R5"])
    #expect(try it.refused(AmendNomination(of: Self.nominee) { $0.interest = false }, as: Staff.chief) == ["R4"])
    #expect(try it.refused(AmendNomination(of: Self.nominee) { $0.answers = [] }, as: Staff.chief) == ["R6"])
    #expect(try it.refused(AmendNomination(of: Self.nominee) { $0.version = 2 }, as: Staff.chief) == ["R21"])
    try it.accept(AmendNomination(of: Self.nominee) { $0.version = 1 }, as: Staff.chief)
    #expect(try it.refused(AmendNomination(of: Self.nominee) { $0.version = 1 }, as: Staff.chief) == ["R21"])
    #expect(try it.refused(amend, as: Staff.chief, at: at("2027-03-02 00:00")) == ["R2"])
    #expect(it.facts(NominationRefused.self).isEmpty)
  }

  @Test func `a form with a ruling on eligibility, or none at all, is not amended`() throws {
    var it = try Case.eligible([Self.nominee])
    #expect(try it.refused(AmendNomination(of: Self.nominee), as: Staff.chief) == ["S2"])
    #expect(throws: Refusal.notFound) { try it.when(AmendNomination(of: Staff.employees[1]), as: Staff.chief) }
  }

  // MARK: Withdraw

  @Test(arguments: [
    (Staff.chief, String?.none), (Staff.deputy, nil), (Self.nominee, nil), (Staff.hr, Self.nominee),
    (Staff.hr, Staff.chief),
  ]) func `chief, deputy and nominee withdraw a nomination, or HR for one of them`(_ who: (String, String?)) throws {
    var it = try Case.nominated([Self.nominee])
    try it.accept(WithdrawNomination(of: Self.nominee), as: who.0, for: who.1)
    #expect(it.cohort.nominations.live.isEmpty)
    #expect(it.form(of: Self.nominee)?.status == .withdrawn)
    #expect(it.sealed(WithdrawalReasons.self).count == 1)
    try it.accept(SubmitNomination(of: Self.nominee), as: Staff.chief)
  }

  @Test(arguments: [Staff.hr, Staff.otherChief, Staff.leader])
  func `nobody else withdraws it`(_ who: String) throws {
    var it = try Case.nominated([Self.nominee])
    #expect(try it.refused(WithdrawNomination(of: Self.nominee), as: who) == ["R5"])
  }

  @Test func `what is not live cannot be withdrawn`() throws {
    var it = try Case.nominated([Self.nominee])
    try it.accept(WithdrawNomination(of: Self.nominee), as: Self.nominee)
    #expect(throws: Refusal.notFound) { try it.when(WithdrawNomination(of: Self.nominee), as: Self.nominee) }
  }
}
