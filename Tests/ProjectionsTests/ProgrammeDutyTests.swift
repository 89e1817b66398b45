import Projections
import TalentDomain
import Testing

@Suite("Duties of the programme")
struct ProgrammeDutyTests {
  /// What is owed of the programme itself: letters and feedback to those not selected are another story.
  private func duties(_ scene: Scene, by viewer: Int = Scene.hr, _ today: String, mine: Bool = false) -> [DutyLine] {
    var query = ListDuties()
    query.mine = mine
    return DutyList(query, [scene.seen(by: viewer)], today: date(today)).duties
      .filter { ![.giveFeedback, .notifyNonSelected].contains($0.kind) }
  }

  private func due(_ kind: DutyKind, _ lines: [DutyLine]) -> CivilDate? { lines.first { $0.kind == kind }?.due }

  @Test func `a participant answers the questionnaire, sets a plan and agrees on an internship, each by its day`() {
    let lines = duties(.starting(), by: 31, "2027-04-06")
    #expect(lines.map(\.kind) == [.answerMBTI, .setPlan, .agreeInternship])
    #expect(lines.map(\.due) == [date("2027-04-05"), date("2027-05-26"), date("2027-12-31")])
    #expect(lines.map(\.overdue) == [true, false, false])
    #expect(lines.allSatisfy { $0.owner?.id == Scene().alias(31) && $0.about == nil })
    var done = Scene.starting()
    done.completedMBTI(feedback: false)
    done.set(planOf: 31)
    done.agreedInternship()
    #expect(duties(done, by: 31, "2027-04-06").isEmpty)
  }

  @Test func `whoever joins after the kick-off has days of their own`() {
    var scene = Scene.told()
    scene.today = date("2027-05-20")
    var accepted = SeatAccepted()
    accepted.nominee = scene.alias(31)
    scene.happened(accepted, by: 31)
    let lines = duties(scene, by: 31, "2027-05-21")
    #expect(due(.answerMBTI, lines) == date("2027-06-17"))
    #expect(due(.setPlan, lines) == date("2027-06-17"))
    #expect(due(.agreeInternship, lines) == date("2027-12-31"))
  }

  @Test func `mentor and participant agree to confidentiality, each for oneself`() {
    var scene = Scene.starting()
    scene.completedMBTI()
    scene.set(planOf: 31)
    scene.agreedInternship()
    scene.matched(agreed: [])
    let mine = duties(scene, by: 31, "2027-05-18")
    #expect(mine.map(\.kind) == [.agreeConfidentiality])
    #expect(mine.map(\.due) == [date("2027-05-17")])
    #expect(mine.map(\.overdue) == [true])
    let mentors = duties(scene, by: Scene.mentor, "2027-05-17")
    #expect(mentors.map(\.kind) == [.agreeConfidentiality])
    #expect(mentors.map { $0.about?.id } == [scene.alias(31)])
    #expect(mentors.map(\.overdue) == [false])
    var half = scene
    var agreed = ConfidentialityAgreed()
    (agreed.by, agreed.date, agreed.match) = (.mentor, date("2027-05-04"), scene.entry(300))
    half.happened(agreed, by: Scene.mentor)
    #expect(duties(half, by: Scene.mentor, "2027-05-17").isEmpty)
    #expect(duties(half, by: 31, "2027-05-17").map(\.kind) == [.agreeConfidentiality])
  }

  @Test func `the counterpart confirms: mentor, host or leader, or the participant where one of them recorded it`() {
    var scene = Scene.starting()
    scene.matched()
    scene.agreedInternship()
    scene.met(1, on: "2027-06-01")
    scene.met(2, on: "2027-05-20")
    scene.followed(1, on: "2028-01-10")
    scene.talked(1, on: "2027-06-03")
    let mentors = duties(scene, by: Scene.mentor, "2027-06-04")
    #expect(mentors.map(\.kind) == [.confirmEntry])
    #expect(mentors.map(\.count) == [3])
    #expect(mentors.map(\.due) == [date("2027-06-03")])
    #expect(mentors.map { $0.about?.id } == [scene.alias(31)])
    let mine = duties(scene, by: 31, "2027-06-04").filter { $0.kind == .confirmEntry }
    #expect(mine.map(\.count) == [1])
    #expect(mine.map(\.due) == [date("2027-06-17")])
    for number in [401, 402, 611] {
      var confirmed = EntryConfirmed()
      (confirmed.by, confirmed.entry) = (scene.alias(Scene.mentor), scene.entry(number))
      scene.happened(confirmed, by: Scene.mentor)
    }
    #expect(duties(scene, by: Scene.mentor, "2027-06-04").isEmpty)
    var voided = EntryVoided()
    voided.entry = scene.entry(501)
    scene.happened(voided, by: Scene.leader)
    #expect(!duties(scene, by: 31, "2027-06-04").contains { $0.kind == .confirmEntry })
  }

  /// From 26 April to 28 January are 277 days; five half hours are the least.
  @Test(
    arguments: [
      (0, "2027-06-20"), (1, "2027-08-14"), (2, "2027-10-09"), (3, "2027-12-03"), (4, "2028-01-28"), (5, nil),
    ] as [(Int, String?)])
  func `the leader's dialogues are spread over the programme, until the least is reached`(held: Int, due day: String?) {
    var scene = Scene.starting()
    for number in 0..<held { scene.talked(number, on: "2027-05-0\(number + 1)") }
    let lines = duties(scene, by: Scene.leader, "2027-06-21")
    #expect(lines.map(\.kind) == (day == nil ? [] : [.holdDialogue]))
    #expect(lines.map(\.due) == (day.map { [date($0)] } ?? []))
    #expect(lines.map(\.overdue) == (day.map { [date($0) < date("2027-06-21")] } ?? []))
    #expect(lines.allSatisfy { $0.about?.id == scene.alias(31) })
  }

  @Test func `HR finds mentors and work groups, and records what has been held`() {
    var scene = Scene.starting()
    let before = duties(scene, "2027-04-06", mine: true)
    #expect(before.map(\.kind) == [.formWorkGroup, .matchMentor])
    #expect(before.map(\.due) == [date("2027-05-26"), date("2027-05-26")])
    let after = duties(scene, "2027-05-25", mine: true)
    #expect(after.map(\.kind) == [.recordMBTI, .recordAttendance, .formWorkGroup, .matchMentor])
    #expect(due(.recordMBTI, after) == date("2027-04-25"))
    #expect(due(.recordAttendance, after) == date("2027-05-03"))
    #expect(after.first { $0.kind == .recordAttendance }?.count == 2)
    scene.completedMBTI()
    scene.attended(1)
    scene.grouped()
    scene.matched()
    let done = duties(scene, "2027-05-25", mine: true)
    #expect(done.map(\.kind) == [.recordAttendance])
    #expect(done.map(\.due) == [date("2027-05-31")])
    #expect(done.map(\.count) == [1])
  }

  @Test func `whoever has lost a mentor is given another`() {
    var scene = Scene.starting()
    scene.matched()
    var ended = MentorMatchEnded()
    (ended.date, ended.ground, ended.match) = (date("2027-08-01"), .leftPost, scene.entry(300))
    scene.happened(ended)
    #expect(due(.matchMentor, duties(scene, "2027-08-02")) == date("2027-08-31"))
    // Not once the meetings are held.
    for number in 1...3 { scene.met(number, on: "2027-07-0\(number)") }
    #expect(due(.matchMentor, duties(scene, "2027-08-02")) == nil)
  }

  @Test func `after the last gathering come completion, certificate and, a year later, the outcome`() {
    var scene = Scene.starting()
    let kinds: Set<DutyKind> = [.completeProgramme, .issueCertificate, .recordOutcome]
    let end = { (scene: Scene, day: String) in duties(scene, day).filter { kinds.contains($0.kind) } }
    #expect(end(scene, "2028-01-28").isEmpty)
    #expect(end(scene, "2028-01-29").map(\.kind) == [.completeProgramme, .recordOutcome])
    #expect(end(scene, "2028-01-29").map(\.due) == [date("2028-02-27"), date("2029-01-27")])
    scene.today = date("2028-02-10")
    scene.completed()
    #expect(end(scene, "2028-02-25").map(\.kind) == [.issueCertificate, .recordOutcome])
    #expect(end(scene, "2028-02-25").map(\.due) == [date("2028-02-24"), date("2029-01-27")])
    #expect(end(scene, "2028-02-25").map(\.overdue) == [true, false])
    scene.certified()
    #expect(end(scene, "2028-02-25").map(\.kind) == [.recordOutcome])
    var outcome = OutcomeRecorded()
    (outcome.date, outcome.outcome, outcome.participant) = (date("2029-02-01"), .leaderPost, scene.alias(31))
    scene.happened(outcome)
    #expect(end(scene, "2029-02-01").isEmpty)
  }

  @Test func `a complaint is answered within its time`() {
    var scene = Scene.told()
    scene.today = date("2027-03-20")
    var received = ComplaintReceived()
    received.nominee = scene.alias(33)
    scene.happened(received)
    let lines = duties(scene, "2027-04-18").filter { $0.kind == .answerComplaint }
    #expect(lines.map(\.due) == [date("2027-04-17")])
    #expect(lines.map(\.overdue) == [true])
    #expect(lines.map { $0.about?.id } == [scene.alias(33)])
    var answered = ComplaintAnswered()
    answered.nominee = scene.alias(33)
    scene.happened(answered)
    #expect(!duties(scene, "2027-04-18").contains { $0.kind == .answerComplaint })
  }

  @Test func `the rule set may give other days`() {
    var scene = Scene.starting()
    var adopted = RuleSetAdopted()
    var times = DutyValues()
    (times.planDays, times.workGroupDays) = (10, 0)
    (adopted.from, adopted.values.duties, adopted.version) = (date("2027-04-01"), times, "2")
    scene.happened(adopted)
    #expect(due(.setPlan, duties(scene, by: 31, "2027-04-06")) == date("2027-05-06"))
    #expect(due(.formWorkGroup, duties(scene, "2027-04-06")) == date("2027-04-26"))
  }

  @Test func `each sees what is their own to do, HR and the auditor everybody's`() {
    var scene = Scene.starting()
    scene.matched(agreed: [])
    let all = duties(scene, "2027-05-18")
    #expect(Set(duties(scene, by: Scene.auditor, "2027-05-18")) == Set(all))
    let own = [31, Scene.mentor, Scene.leader].flatMap { duties(scene, by: $0, "2027-05-18") }
    #expect(Set(own).isSubset(of: Set(all)))
    #expect(all.count == own.count + duties(scene, "2027-05-18", mine: true).count)
    for stranger in [32, 33, Scene.chief, Scene.dpo, Scene.assessors[0]] {
      #expect(duties(scene, by: stranger, "2027-05-18").isEmpty)
    }
  }

  @Test func `whoever has left owes nothing, and nothing is owed to them`() {
    var scene = Scene.starting()
    scene.matched(agreed: [])
    var withdrew = ParticipantWithdrew()
    withdrew.nominee = scene.alias(31)
    scene.happened(withdrew, by: 31)
    let kinds = duties(scene, "2027-05-10").map(\.kind)
    #expect(Set(kinds) == [.recordAttendance, .offerSeat])
  }
}
