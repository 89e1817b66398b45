import Projections
import TalentDomain
import Testing

@Suite("Duties")
struct DutyTests {
  private func duties(
    _ scene: Scene, by viewer: Int, as capacities: Set<Capacity>? = nil, mine: Bool = false,
    today: CivilDate = date("2027-03-02")
  ) -> [DutyLine] {
    var query = ListDuties()
    query.mine = mine
    return DutyList(query, [scene.seen(by: viewer, as: capacities)], today: today).duties
  }

  @Test func `forms are to be received and eligibility to be ruled on`() {
    let lines = duties(.nominated(), by: Scene.hr)
    #expect(lines.map(\.kind) == [.receiveForm, .ruleEligibility])
    #expect(lines.map(\.count) == [3, 3])
    #expect(lines.allSatisfy { $0.owner == nil && $0.cohort == "2027" })
  }

  @Test func `each assessor owes the sets that are not full`() {
    var scene = Scene.assessing()
    scene.score(31, by: 11, question: 1)
    scene.score(31, by: 11, question: 2)
    let all = duties(scene, by: Scene.hr)
    #expect(all.map(\.kind) == [.score, .score])
    #expect(all.map { $0.owner?.id } == [11, 12].map(scene.alias))
    #expect(all.map(\.count) == [2, 3])
    #expect(duties(scene, by: 11).map(\.count) == [2])
    #expect(duties(scene, by: 13).isEmpty)
    #expect(duties(scene, by: Scene.hr, mine: true).isEmpty)
    var declared = ConflictDeclared()
    declared.id = Alias(bits: 7000)
    declared.person = scene.alias(11)
    declared.nominee = scene.alias(32)
    scene.happened(declared, by: 11)
    #expect(duties(scene, by: 11).map(\.count) == [1])
    #expect(duties(scene, by: Scene.hr, mine: true).map(\.kind) == [.ruleConflict])
  }

  @Test func `the board approves, then HR offers and writes letters`() {
    #expect(duties(.proposed(), by: Scene.board).map(\.kind) == [.approveSelection])
    #expect(duties(.proposed(), by: Scene.secretary).map(\.kind) == [.approveSelection])
    let lines = duties(.approved(), by: Scene.hr)
    #expect(lines.map(\.kind) == [.offerSeat, .notifyNonSelected])
    #expect(lines.map(\.count) == [1, 1])
    // Who has been chosen, or even that it has been decided, is nothing to a nominee yet.
    #expect(duties(.approved(), by: 31, as: [.hr, .employee]).isEmpty)
    #expect(duties(.approved(), by: Scene.dpo).isEmpty)
  }

  @Test func `offers are to be answered, feedback to be given, each by its day`() {
    let scene = Scene.told()
    #expect(duties(scene, by: 31).map(\.kind) == [.answerOffer])
    #expect(duties(scene, by: 31).map(\.due) == [date("2027-03-12")])
    #expect(duties(scene, by: Scene.leader).map(\.kind) == [.giveFeedback])
    #expect(duties(scene, by: Scene.leader).map { $0.about?.id } == [scene.alias(33)])
    #expect(duties(scene, by: 33).isEmpty)
    #expect(duties(scene, by: Scene.hr).map(\.overdue) == [false, false])
    #expect(duties(scene, by: Scene.hr, today: date("2027-03-13")).map(\.overdue) == [true, false])
    #expect(duties(scene, by: Scene.auditor, today: date("2027-03-17")).map(\.kind) == [.answerOffer, .giveFeedback])
  }

  @Test func `a vacant seat is to be offered to the reserve until the second gathering`() {
    var scene = Scene.told()
    var declined = SeatDeclined()
    declined.nominee = scene.alias(31)
    scene.happened(declined, by: 31)
    #expect(duties(scene, by: Scene.hr).map(\.kind) == [.giveFeedback, .offerSeat])
    var published = ProgrammePublished()
    for (number, day) in [(1, "2027-04-26"), (2, "2027-05-24")] {
      var gathering = Gathering()
      gathering.number = number
      gathering.starts = LocalTime(date: date(day), time: TimeOfDay(seconds: 9 * 3600))
      published.gatherings.append(gathering)
    }
    scene.happened(published)
    let late = duties(scene, by: Scene.hr, today: date("2027-05-24"))
    #expect(late.map(\.kind) == [.giveFeedback, .notifyNonSelected])
  }
}
