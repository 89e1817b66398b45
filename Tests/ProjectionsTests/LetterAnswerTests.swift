import TalentDomain
import Testing

@testable import Projections

@Suite("Who may have which letter, and when there is one")
struct LetterAnswerTests {
  private static let everybody =
    [
      Scene.hr, Scene.board, Scene.secretary, Scene.auditor, Scene.dpo, Scene.administrator, Scene.chief,
      Scene.otherChief, Scene.leader,
    ] + Scene.assessors + Scene.nominees

  /// Told, with a refusal's reasons, feedback on it, a lapsed reserve, and 31 through the programme with 21 as host.
  private static func finished() -> Scene {
    var it = Scene.approved()
    var offered = SeatOffered()
    offered.nominee = it.alias(31)
    offered.answerBy = date("2027-03-12")
    it.happened(offered)
    var notified = NonSelectionNotified()
    notified.nominee = it.alias(33)
    notified.feedbackDue = date("2027-03-16")
    it.happened(notified, sealed: [reasons("Andre stod stærkere.")])
    var given = FeedbackGiven()
    given.nominee = it.alias(33)
    var answers = Feedback()
    answers.next = "Prøv igen."
    it.today = date("2027-03-20")
    it.happened(given, by: Scene.leader, sealed: [answers])
    it.today = date("2027-03-02")
    var accepted = SeatAccepted()
    accepted.nominee = it.alias(31)
    it.happened(accepted, by: 31)
    var agreed = InternshipAgreed()
    (agreed.agreement, agreed.participant, agreed.host) = (Alias(bits: 3001), it.alias(31), it.alias(Scene.otherChief))
    agreed.days = Rational(5, 2)
    it.happened(agreed)
    var completed = ProgrammeCompleted()
    completed.participant = it.alias(31)
    it.happened(completed)
    var issued = CertificateIssued()
    (issued.number, issued.participant) = ("2027-1", it.alias(31))
    it.happened(issued)
    return it
  }

  private static func lapsed() -> Scene {
    var it = finished()
    var lapsed = ReserveLapsed()
    lapsed.nominee = it.alias(32)
    it.happened(lapsed, sealed: [reasons("Ingen plads blev ledig.")])
    return it
  }

  private static func reasons(_ text: Text) -> RefusalLetter {
    var letter = RefusalLetter()
    letter.reasons = text
    return letter
  }

  private func letter(
    _ kind: LetterKind, about person: Int?, to viewer: Int, in scene: Scene
  ) throws(Refusal) -> Letter {
    var query = RenderLetter()
    query.cohort = "2027"
    query.kind = kind
    query.person = person.map { scene.reference($0) }
    return try LetterReading(scene.seen(by: viewer), scene.grounds, today: date("2027-06-01")).letter(query)
  }

  /// Each kind, whom it is about, and who may have it.
  @Test(
    arguments: [
      (.boardCase, nil, [Scene.hr, Scene.board, Scene.secretary, Scene.auditor]),
      (.minutes, nil, [Scene.hr, Scene.board, Scene.secretary, Scene.auditor]),
      (.offer, 31, [Scene.hr, Scene.auditor, 31]), (.certificate, 31, [Scene.hr, Scene.auditor, 31]),
      (.internship, 31, [Scene.hr, Scene.auditor, 31, Scene.otherChief]),
      (.information, 33, [Scene.hr, Scene.auditor, 33]), (.refusal, 33, [Scene.hr, Scene.auditor, 33]),
      (.feedback, 33, [Scene.hr, Scene.auditor, 33, Scene.leader]), (.reserve, 32, [Scene.hr, Scene.auditor]),
    ] as [(LetterKind, Int?, [Int])])
  func `a letter is for those whom it concerns, and not found by anybody else`(
    kind: LetterKind, person: Int?, allowed: [Int]
  ) throws {
    let scene = LetterAnswerTests.finished()
    for viewer in allowed {
      #expect(try letter(kind, about: person, to: viewer, in: scene).kind == kind, "\(viewer)")
    }
    for viewer in LetterAnswerTests.everybody where !allowed.contains(viewer) {
      #expect(throws: Refusal.notFound, "\(viewer)") { try letter(kind, about: person, to: viewer, in: scene) }
    }
  }

  @Test func `a place in the reserve is told by its lapse, to the one who held it`() throws {
    let scene = LetterAnswerTests.lapsed()
    let lapse = try letter(.lapse, about: nil, to: 32, in: scene)
    #expect((lapse.contents as? LapseContents)?.reasons == "Ingen plads blev ledig.")
    #expect(throws: Refusal.notFound) { try letter(.lapse, about: 32, to: Scene.board, in: scene) }
    #expect(throws: Refusal.notFound) { try letter(.lapse, about: 32, to: 31, in: scene) }
  }

  @Test(arguments: LetterKind.allCases)
  func `a letter without its ground names the step it waits for, to those who decide; others find nothing`(
    kind: LetterKind
  ) throws {
    // Nobody is nominated twice; 22, the leader, is not nominated at all.
    let scene = kind == .information ? Scene.nominated() : Scene.assessing()
    let person = kind.isAboutPerson ? kind == .information ? Scene.leader : 31 : nil
    let refusal = #expect(throws: Refusal.self) { try letter(kind, about: person, to: Scene.hr, in: scene) }
    guard case .rules(let findings) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(findings.map(\.rule) == ["S2"])
    for viewer in LetterAnswerTests.everybody
    where ![Scene.hr, Scene.auditor, Scene.board, Scene.secretary].contains(viewer) {
      #expect(throws: Refusal.notFound, "\(viewer)") { try letter(kind, about: person, to: viewer, in: scene) }
    }
  }

  @Test func `until the letter a refusal and its absence are the same to the nominee`() {
    for scene in [Scene.assessing(), Scene.approved()] {
      for kind in LetterKind.allCases where kind != .information {
        #expect(throws: Refusal.notFound, "\(kind)") { try letter(kind, about: nil, to: 33, in: scene) }
      }
    }
  }

  @Test func `a nominee of the HR Centre has the own letters, and no others`() throws {
    var scene = LetterAnswerTests.finished()
    scene.organisation.roles[scene.person(33)] = [RoleHeld(role: .hr, cohort: nil)]
    #expect(try letter(.refusal, about: nil, to: 33, in: scene).head.recipient?.id == scene.alias(33))
    for (kind, person) in [(LetterKind.boardCase, nil), (.minutes, nil), (.offer, 31)] as [(LetterKind, Int?)] {
      #expect(throws: Refusal.notFound) { try letter(kind, about: person, to: 33, in: scene) }
    }
  }

  @Test func `the board's case holds the whole proposal with ranks, points, grounds and spread`() throws {
    let letter = try letter(.boardCase, about: nil, to: Scene.board, in: .proposed())
    let contents = try #require(letter.contents as? BoardCaseContents)
    let scene = Scene.proposed()
    #expect(contents.selected.map(\.nominee.id) == [scene.alias(31)])
    #expect(contents.selected.map(\.points) == [Rational(3)])
    #expect(contents.reserve.map(\.rank) == [2])
    #expect(contents.rest.map(\.nominee.id) == [scene.alias(33)])
    #expect(contents.departures.map(\.ground) == ["en grund"])
    #expect(contents.workplaces.map(\.eligible) == [3])
    #expect(contents.workplaces.map(\.selected) == [1])
    #expect(contents.digest == digest("B"))
    #expect(contents.forms == 3)
    #expect(letter.head.date == scene.today)
  }

  @Test func `dates come from the events, whatever the day of asking`() throws {
    let scene = LetterAnswerTests.finished()
    #expect(try letter(.offer, about: 31, to: Scene.hr, in: scene).head.date == date("2027-03-02"))
    #expect(try letter(.refusal, about: 33, to: Scene.hr, in: scene).head.date == date("2027-03-02"))
    #expect(try letter(.feedback, about: 33, to: Scene.hr, in: scene).head.date == date("2027-03-20"))
    // Information tells of no event: it bears the day on which it is given.
    #expect(try letter(.information, about: 33, to: Scene.hr, in: scene).head.date == date("2027-06-01"))
  }

  @Test func `what is due is what could be rendered, for each who asks`() throws {
    let scene = LetterAnswerTests.finished()
    let due = { (viewer: Int) in
      LetterReading(scene.seen(by: viewer), scene.grounds, today: date("2027-06-01")).due
        .map { "\($0.kind) \(($0.person?.bits).map { $0 - 1000 } ?? 0)" }
    }
    #expect(
      due(Scene.hr) == [
        "information 31", "information 32", "information 33", "boardCase 0", "minutes 0", "offer 31", "reserve 32",
        "refusal 33", "feedback 33", "internship 31", "certificate 31",
      ])
    #expect(due(Scene.board) == ["boardCase 0", "minutes 0"])
    #expect(due(33) == ["information 33", "refusal 33", "feedback 33"])
    #expect(due(32) == ["information 32"])
    #expect(due(Scene.leader) == ["feedback 33"])
    #expect(due(Scene.otherChief) == ["internship 31"])
    #expect(due(Scene.dpo) == [])
  }

  @Test func `erased reasons make no letter, and nobody is told what is gone but those who decide`() {
    var scene = LetterAnswerTests.finished()
    scene.erased = [scene.alias(33)]
    #expect(throws: Refusal.notFound) { try letter(.refusal, about: 33, to: 33, in: scene) }
    let refusal = #expect(throws: Refusal.self) { try letter(.refusal, about: 33, to: Scene.hr, in: scene) }
    guard case .rules = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
  }
}
