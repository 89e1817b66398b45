import Projections
import TalentDomain
import Testing

struct PrivacyAnswerTests {
  private let today = date("2031-06-01")

  /// One request, one erasure granted, one under way, one done, and two holds.
  private var register: PrivacyRegister {
    var organisation = Organisation()
    func happened(_ fact: some OrganisationFact, on day: String) {
      fact.apply(
        to: &organisation,
        Header(
          position: 0, revision: 0, effective: .blank, recorded: .blank, received: .blank, localDate: date(day),
          actor: Alias(bits: 6)))
    }
    for (person, day) in [(31, "2031-04-20"), (32, "2031-05-20")] {
      var request = ErasureRequested()
      (request.person, request.classes, request.received) = (Alias(bits: UInt64(person)), [.nomination], date(day))
      happened(request, on: day)
    }
    for (person, day) in [(33, "2031-05-30"), (34, "2031-05-30"), (35, "2031-01-01")] {
      var decision = ErasureDecided()
      (decision.person, decision.classes) = (Alias(bits: UInt64(person)), [.nomination, .selection])
      (decision.granted, decision.basis) = (true, .unlawful)
      happened(decision, on: day)
    }
    for (person, day) in [(34, "2031-05-31"), (35, "2031-01-02")] {
      var begun = ErasureBegun()
      (begun.person, begun.classes) = (Alias(bits: UInt64(person)), [.nomination, .selection])
      happened(begun, on: day)
    }
    var gone = SubjectKeyDestroyed()
    (gone.person, gone.classes) = (Alias(bits: 35), [.nomination, .selection])
    happened(gone, on: "2031-01-02")
    for (ground, day) in [(HoldGround.claim, "2030-01-01"), (.restriction, "2031-05-01")] {
      var hold = LegalHoldSet()
      (hold.person, hold.ground) = (Alias(bits: 36), ground)
      happened(hold, on: day)
    }
    return organisation.privacy
  }

  private func viewer(_ capacities: Capacity...) -> Viewer {
    Viewer(person: Alias(bits: 1), alias: .none, capacities: Set(capacities))
  }

  private func kinds(_ viewer: Viewer, onlyOwn: Bool = false) -> [DutyKind] {
    var duties = PrivacyDuties(register, today: today)
    duties.count([
      (Alias(bits: 37), plan(.nomination, until: "2031-05-31")), (Alias(bits: 38), plan(.nomination, until: nil)),
      // Granted already, held, and not passed yet.
      (Alias(bits: 33), plan(.nomination, until: "2031-05-31")),
      (Alias(bits: 39), plan(.nomination, until: "2031-05-31", holds: [.archive])),
      (Alias(bits: 40), plan(.nomination, until: "2031-06-01")),
    ])
    return duties.lines(for: viewer, onlyOwn: onlyOwn).map(\.kind).sorted { $0.rawValue < $1.rawValue }
  }

  private func plan(_ retention: RetentionClass, until: String?, holds: [RetentionHold] = []) -> RetentionPlan {
    RetentionPlan(lines: [
      RetentionPlan.Line(
        retention, until: until.map { date($0) },
        grounds: [.init(cohort: "2027", outcome: .notSelected, from: until.map { date($0) }, years: 0)], holds: holds)
    ])
  }

  @Test
  func `each owes what is theirs: the officer answers, decisions and a second look, an administrator the erasures`() {
    let officers: [DutyKind] = [.decideErasure, .decideErasure, .decideRetention, .reviewHold]
    #expect(kinds(viewer(.dpo), onlyOwn: true) == officers)
    #expect(kinds(viewer(.administrator), onlyOwn: true) == [.carryOutErasure])
    #expect(kinds(viewer(.dpo)) == [.carryOutErasure] + officers)
    for watching in [Capacity.hr, .auditor] {
      #expect(kinds(viewer(watching)) == [.carryOutErasure] + officers)
      #expect(kinds(viewer(watching), onlyOwn: true).isEmpty)
    }
    for nobody in [Capacity.employee, .leader, .centreChief, .assessor, .board, .secretary] {
      #expect(!PrivacyDuties.concern(viewer(nobody)))
      #expect(kinds(viewer(nobody)).isEmpty)
    }
  }

  @Test func `a request is to be answered within a month, and says by how many days it is late`() {
    let lines = PrivacyDuties(register, today: today).lines(for: viewer(.dpo), onlyOwn: true)
      .filter { $0.kind == .decideErasure }.sorted { $0.due ?? .blank < $1.due ?? .blank }
    #expect(lines.map(\.due) == [date("2031-05-20"), date("2031-06-20")])
    #expect(lines.map(\.days) == [12, nil])
    #expect(lines.map(\.overdue) == [true, false])
    #expect(lines.map { $0.about?.id } == [Alias(bits: 31), Alias(bits: 32)])
  }

  @Test func `erasures are listed as far as they have come, and those done without a person`() {
    let list = ErasureList(register, today: today)
    #expect(list.erasures.map(\.status) == [.requested, .requested, .granted, .underWay, .done])
    #expect(list.erasures.map(\.late) == [12, nil, nil, nil, nil])
    #expect(list.erasures[2].basis == .unlawful)
    #expect(list.erasures.map { $0.person == nil } == [false, false, false, false, true])
    #expect(list.erasures[4].id == Alias(bits: 35) && list.erasures[4].day == date("2031-01-02"))
    #expect(list.holds.map(\.ground) == [.claim, .restriction])
  }

  @Test func `what is kept equally long for the same reasons stands in one line, and what goes first stands first`() {
    func line(_ retention: RetentionClass, _ until: String?) -> RetentionPlan.Line {
      RetentionPlan.Line(
        retention, until: until.map { date($0) },
        grounds: [.init(cohort: "2027", outcome: .participated, from: until.map { date($0) }, years: 0)], holds: [])
    }
    let plans = [
      (Alias(bits: 33), RetentionPlan(lines: [line(.nomination, "2031-01-01"), line(.selection, "2031-01-01")])),
      (Alias(bits: 41), RetentionPlan(lines: [line(.employment, nil), line(.nomination, "2030-01-01")])),
    ]
    var query = ListRetention()
    let all = RetentionList.pages(query, plans, register, on: today).flatMap(\.lines)
    #expect(all.map(\.classes) == [[.nomination], [.nomination, .selection], [.employment]])
    #expect(all.map(\.due) == [true, true, false])
    #expect(all.map(\.decided) == [false, true, false], "that of 33 is granted")
    query.due = true
    #expect(RetentionList.pages(query, plans, register, on: today).flatMap(\.lines).count == 2)
  }

  @Test func `a long list comes in pages, and an empty one in one`() {
    let plans = (1...1100).map { (Alias(bits: UInt64($0)), plan(.nomination, until: "2030-01-01")) }
    let pages = RetentionList.pages(ListRetention(), plans, PrivacyRegister(), on: today)
    #expect(pages.map(\.lines.count) == [500, 500, 100])
    #expect(RetentionList.pages(ListRetention(), [], PrivacyRegister(), on: today).map(\.lines.count) == [0])
  }
}
