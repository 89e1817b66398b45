import TalentDomain
import Testing

struct DeadlineTests {
  private static let nominee = Staff.employees[0]
  private static let closes = at("2027-03-02 00:00")

  @Test func `a form is on time a millisecond before the end of 1 March, and late at the stroke of midnight`() throws {
    var it = try Case.prepared()
    let last = Self.closes.adding(milliseconds: -1)
    try it.accept(SubmitNomination(of: Staff.employees[0]), as: Staff.chief, at: last)
    #expect(try it.refused(SubmitNomination(of: Staff.employees[1]), as: Staff.chief, at: Self.closes) == ["R2"])
  }

  @Test func `the time of receipt counts, not that of recording`() throws {
    var it = try Case.prepared()
    let last = Self.closes.adding(milliseconds: -1)
    try it.accept(
      SubmitNomination(of: Self.nominee), as: Staff.chief, at: Self.closes.adding(milliseconds: 5000), received: last)
    let form = try #require(it.facts(NominationSubmitted.self).first).form
    #expect(form.handedIn == last)
    #expect(form.day == date("2027-03-01"))
    #expect(!form.portal)
  }

  @Test func `the portal's time counts from an account trusted for it, and both times are recorded`() throws {
    var it = try Case.prepared()
    let form = SubmitNomination(of: Self.nominee) { $0.handedIn = LocalTime("2027-03-01T23:59:59") }
    let imported = at("2027-03-05 09:00")
    try it.accept(form, as: Staff.portal, for: Staff.chief, at: imported, portal: true)
    let submitted = try #require(it.facts(NominationSubmitted.self).first)
    #expect(submitted.form.handedIn == at("2027-03-01 23:59:59"))
    #expect(submitted.form.portal)
    #expect(it.events.last?.header.received == imported)
    #expect(it.events.last?.header.effective == at("2027-03-01 23:59:59"))
  }

  @Test func `the portal's time is late from midnight on`() throws {
    var it = try Case.prepared()
    let form = SubmitNomination(of: Self.nominee) { $0.handedIn = LocalTime("2027-03-02T00:00:00") }
    let rules = try it.refused(form, as: Staff.portal, for: Staff.chief, at: at("2027-03-05 09:00"), portal: true)
    #expect(rules == ["R2"])
    #expect(it.facts(NominationRefused.self).first?.handedIn == Self.closes)
  }

  @Test func `whatever time a form claims, without that trust the receipt counts, and the claim is kept`() throws {
    var it = try Case.prepared()
    let form = SubmitNomination(of: Self.nominee) { $0.handedIn = LocalTime("2027-02-01T12:00:00") }
    #expect(try it.refused(form, as: Staff.hr, for: Staff.chief, at: at("2027-03-05 09:00")) == ["R2"])
    #expect(it.sealed(NominationForm.self).first?.handedIn == LocalTime("2027-02-01T12:00:00"))
  }

  @Test(arguments: ["2027-02-10T12:00:01", "2027-02-11T08:00:00"])
  func `a portal's time after the receipt is refused`(_ time: String) throws {
    var it = try Case.prepared()
    let form = SubmitNomination(of: Self.nominee) { $0.handedIn = LocalTime(time) }
    let rules = try it.refused(form, as: Staff.portal, for: Staff.chief, at: at("2027-02-10 12:00"), portal: true)
    #expect(rules == ["S4"])
  }

  @Test func `an hour that the clocks skipped is no time`() throws {
    var it = try Case.prepared()
    let form = SubmitNomination(of: Self.nominee) { $0.handedIn = LocalTime("2027-03-28T02:30:00") }
    #expect(throws: Refusal.self) {
      try it.when(form, as: Staff.portal, for: Staff.chief, at: at("2027-04-01 12:00"), portal: true)
    }
    #expect(it.facts(NominationRefused.self).isEmpty)
  }

  // MARK: Dispensation

  private func late(dispensation: Bool, _ change: (inout SubmitNomination) -> Void = { _ in }) throws -> (Case, Alias) {
    var it = try Case.prepared()
    var adopt = AdoptRuleSet()
    adopt.cohort = "2027"
    adopt.from = date("2027-01-04")
    adopt.values.lateDispensation = dispensation
    adopt.version = "regler-2"
    try it.accept(adopt)
    let rules = try it.refused(SubmitNomination(of: Self.nominee, change), as: Staff.chief, at: Self.closes)
    #expect(rules.first == "R2")
    return (it, try #require(it.form(of: Self.nominee)).id)
  }

  @Test func `the board admits a late form where the rule set lets it`() throws {
    var (it, form) = try late(dispensation: true)
    let facts = try it.accept(AdmitLateNomination(form), as: Staff.board[0])
    #expect(facts.count == 3)
    let live = try #require(it.cohort.nominations.live(of: it.alias(Self.nominee)))
    #expect(live.id == form)
    #expect(live.status == .received)
    #expect(live.handedIn == Self.closes)
    #expect(live.priority == 1)
    try it.accept(ConfirmEligibility(of: Self.nominee))
    #expect(try it.refused(AdmitLateNomination(form), as: Staff.board[0]).contains("S2"))
  }

  @Test func `nobody dispenses where the rule set is silent`() throws {
    var (it, form) = try late(dispensation: false)
    #expect(try it.refused(AdmitLateNomination(form), as: Staff.board[0]) == ["R2"])
  }

  @Test func `nothing but the deadline is dispensed from`() throws {
    var (it, form) = try late(dispensation: true) { $0.field = nil }
    #expect(try it.refused(AdmitLateNomination(form), as: Staff.board[0]) == ["R10", "S2"])
  }

  @Test func `a late form does not stand beside a live one`() throws {
    var it = try Case.nominated([Self.nominee])
    var adopt = AdoptRuleSet()
    adopt.cohort = "2027"
    adopt.from = date("2027-02-01")
    adopt.values.lateDispensation = true
    adopt.version = "regler-2"
    try it.accept(adopt)
    #expect(try it.refused(SubmitNomination(of: Self.nominee), as: Staff.chief, at: Self.closes) == ["S1", "R2"])
    let form = try #require(it.form(of: Self.nominee)).id
    #expect(try it.refused(AdmitLateNomination(form), as: Staff.board[0]) == ["S1", "S2"])
  }

  @Test func `a form that nobody knows is not found`() throws {
    var it = try Case.prepared()
    #expect(throws: Refusal.notFound) { try it.when(AdmitLateNomination(Alias(bits: 4711)), as: Staff.board[0]) }
  }
}
