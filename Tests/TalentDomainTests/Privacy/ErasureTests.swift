import TalentDomain
import Testing

struct ErasureTests {
  @Test func `asked, granted, carried out by another: the leaves say of what, on what ground, and what held it`() throws
  {
    var it = try Case.longPast()
    let person = it.person("116")
    try it.accept(RequestErasure(by: "116", received: "2031-05-20"), as: Staff.hr)
    let request = try #require(it.organisation.privacy.requests[person])
    #expect(request.classes == RetentionClass.allCases)
    #expect(request.answerBy == date("2031-06-20"))
    #expect(request.daysLate(on: date("2031-06-20")) == nil && request.daysLate(on: date("2031-06-25")) == 5)

    try it.accept(DecideErasure(of: "116"), as: Staff.dpo)
    let decided = try #require(it.facts(ErasureDecided.self).last)
    #expect(decided.granted && decided.holds.isEmpty && decided.classes == RetentionClass.allCases)
    #expect(decided.periods.map(\.retention) == RetentionClass.allCases)
    #expect(decided.periods.allSatisfy { $0.until == date("2030-03-15") })
    #expect(it.organisation.privacy.requests[person] == nil)
    let grant = try #require(it.organisation.privacy.granted[person])
    #expect(grant.decider == it.person(Staff.dpo) && grant.day == date("2031-06-01"))

    try it.accept(CarryOutErasure(of: "116"))
    let begun = try #require(it.facts(ErasureBegun.self).last)
    #expect(begun.classes == RetentionClass.allCases && begun.holds.isEmpty && begun.periods == decided.periods)
    #expect(it.organisation.privacy.granted[person] == nil)
    #expect(it.organisation.privacy.begun[person]?.classes == RetentionClass.allCases)
    #expect(try it.accept(CarryOutErasure(of: "116")).isEmpty, "what has begun begins no second time")
  }

  @Test func `once the keys are gone nobody is known any more`() throws {
    var organisation = try Case.longPast().organisation
    let person = try Case.longPast().person("116")
    var fact = SubjectKeyDestroyed()
    fact.person = person
    fact.classes = [.assessment, .nomination]
    fact.apply(to: &organisation, .test)
    #expect(!organisation.privacy.isErased(person) && organisation.knows(person))
    fact.classes = [.employment]
    fact.apply(to: &organisation, .test)
    #expect(organisation.privacy.isErased(person) && !organisation.knows(person))
    #expect(
      organisation.named[person] == nil
        && organisation.privacy.destroyed[person]?[.employment] == Header.test.localDate)
    let plan = RetentionPlan(of: person, organisation, cases: [], on: date("2031-06-01"))
    #expect(plan.lines.isEmpty, "what is destroyed is kept no longer")
  }

  @Test func `nobody is forgotten while something stays that came after the decision; decided again, it goes too`()
    throws
  {
    var it = try Case.longPast()
    it.directory.know([], of: it.person("116"))
    try it.accept(DecideErasure(of: "116"), as: Staff.dpo)
    #expect(it.facts(ErasureDecided.self).last?.classes == [.account, .employment, .record])
    it = it.knowing("116")
    #expect(try it.refused(CarryOutErasure(of: "116")) == ["P5"])
    try it.accept(DecideErasure(of: "116"), as: Staff.dpo)
    try it.accept(CarryOutErasure(of: "116"))
    #expect(it.facts(ErasureBegun.self).last?.classes == RetentionClass.allCases)
  }

  @Test(
    arguments: [
      ([.feedback, .selection], [.selection]), ([.feedback], [.feedback]),
      (nil, RetentionClass.allCases.filter { $0 != .feedback }),
    ] as [([RetentionClass]?, [RetentionClass])])
  func `a request is decided for what is left of it, and answered where nothing is`(
    _ asked: [RetentionClass]?, _ decided: [RetentionClass]
  ) throws {
    var it = try Case.longPast()
    try it.accept(RequestErasure(by: "116", asked), as: Staff.hr)
    // Another decision, or the period: the one class goes before this request is decided.
    var fact = SubjectKeyDestroyed()
    fact.person = it.person("116")
    fact.classes = [.feedback]
    fact.apply(to: &it.organisation, .test)
    try it.accept(DecideErasure(of: "116", granting: .objection), as: Staff.dpo)
    #expect(it.facts(ErasureDecided.self).last?.classes == decided)
    #expect(it.organisation.privacy.requests[it.person("116")] == nil)
  }

  @Test func `who asks to be forgotten asks for what is recorded until the decision, too`() throws {
    var it = try Case.longPast()
    it.directory.know([], of: it.person("116"))
    try it.accept(RequestErasure(by: "116"), as: Staff.hr)
    #expect(it.organisation.privacy.requests[it.person("116")]?.classes == [.account, .employment, .record])
    it = it.knowing("116")
    try it.accept(DecideErasure(of: "116"), as: Staff.dpo)
    try it.accept(CarryOutErasure(of: "116"))
    #expect(it.facts(ErasureBegun.self).last?.classes == RetentionClass.allCases)
  }

  @Test func `what is recorded after the keys are gone is kept anew`() throws {
    var it = try Case.longPast(left: false)
    let person = it.person("116")
    var fact = SubjectKeyDestroyed()
    fact.person = person
    fact.classes = [.account, .assessment, .feedback, .nomination, .programme, .selection]
    fact.apply(to: &it.organisation, .test)
    #expect(it.plan(of: "116", on: "2031-06-02").lines.map(\.retention) == [.account, .employment, .link, .record])
    var complaint = ReceiveComplaint()
    (complaint.cohort, complaint.nominee, complaint.text) = ("2027", PersonRef("116"), "Jeg klager.")
    try it.accept(complaint, at: at("2031-06-02 12:00"))
    #expect(it.plan(of: "116", on: "2031-06-02").lines.map(\.retention) == RetentionClass.allCases)
  }

  @Test func `words stand sealed, never in a leaf`() throws {
    var it = try Case.longPast()
    try it.accept(RequestErasure(by: "116"), as: Staff.hr)
    try it.accept(DecideErasure(of: "116", refusing: .publicTask), as: Staff.dpo)
    try it.accept(SetLegalHold(on: "116"), as: Staff.hr)
    #expect(it.sealed(ErasureReason.self).map(\.text) == ["Jeg vil gerne slettes.", "Opbevaringsfristen løber."])
    #expect(it.sealed(HoldReason.self).map(\.text) == ["Sagsanlæg."])
    #expect(it.sealed(PaperReference.self).map(\.reference) == ["Arkiv 2031/17", "Revisionsberetning 12"])
    for event in it.events {
      #expect(!String(decoding: event.fact.canonical, as: UTF8.self).contains("2031/17"))
    }
  }

  @Test func `an employee asks for oneself, for some classes, and once`() throws {
    var it = try Case.approved()
    try it.accept(NotifyNonSelection("116"))
    it = it.knowing("116")
    try it.accept(RequestErasure(by: "116", [.selection, .nomination, .selection]), as: "116")
    #expect(it.organisation.privacy.requests[it.person("116")]?.classes == [.nomination, .selection])
    #expect(try it.refused(RequestErasure(by: "116"), as: Staff.hr) == ["S2"])
    // Decided, it may be asked for again.
    try it.accept(DecideErasure(of: "116", refusing: .publicTask), as: Staff.dpo)
    #expect(it.facts(ErasureDecided.self).last?.classes == [.nomination, .selection])
    try it.accept(RequestErasure(by: "116"), as: Staff.hr)
  }

  @Test func `a class of which there is nothing is the command's fault, and nobody is not found`() throws {
    var it = try Case.staffed()
    let there = [RetentionClass.account, .employment, .record].map(\.rawValue)
    #expect(throws: Refusal.invalid(Fault(.notOneOf(there), at: ["classes", "2"]))) {
      try it.when(RequestErasure(by: "110", [.account, .feedback]), as: Staff.hr)
    }
    #expect(throws: Refusal.notFound) { try it.when(RequestErasure(by: "404"), as: Staff.hr) }
    #expect(throws: Refusal.notFound) { try it.when(DecideErasure(of: "404"), as: Staff.dpo) }
    #expect(throws: Refusal.notFound) { try it.when(CarryOutErasure(of: "404")) }
    #expect(throws: Refusal.notFound) { try it.when(SetLegalHold(on: "404"), as: Staff.dpo) }
    #expect(throws: Refusal.notFound) { try it.when(RecordArchiveClearance(of: "1999"), as: Staff.hr) }
    #expect(throws: Refusal.notFound) { try it.when(ConcludeAudit(of: "1999"), as: Staff.hr) }
  }

  @Test func `a request does not come in ahead of time`() throws {
    var it = try Case.longPast()
    #expect(try it.refused(RequestErasure(by: "116", received: "2031-06-02"), as: Staff.hr) == ["S4"])
  }

  @Test func `a hold stands once for each ground, and is lifted once`() throws {
    var it = try Case.longPast()
    try it.accept(SetLegalHold(on: "116"), as: Staff.hr)
    #expect(try it.refused(SetLegalHold(on: "116"), as: Staff.hr) == ["S2"])
    try it.accept(SetLegalHold(on: "116", .restriction), as: Staff.dpo)
    try it.accept(LiftLegalHold(on: "116"), as: Staff.dpo)
    #expect(try it.refused(LiftLegalHold(on: "116"), as: Staff.dpo) == ["S2"])
    #expect(it.organisation.privacy.holds[it.person("116")]?.keys.map { $0 } == [.restriction])
  }

  @Test func `archives and auditors clear a cohort once; saying it again adds nothing`() throws {
    var it = try Case.longPast()
    #expect(try it.accept(RecordArchiveClearance(of: "2027"), as: Staff.hr).isEmpty)
    #expect(try it.accept(ConcludeAudit(of: "2027"), as: Staff.hr).isEmpty)
  }
}

extension Header {
  /// Of an event whose circumstances do not matter.
  fileprivate static let test = Header(
    position: 0, revision: 0, effective: at("2031-06-01 12:00"), recorded: at("2031-06-01 12:00"),
    received: at("2031-06-01 12:00"), localDate: date("2031-06-01"), actor: .service)
}
