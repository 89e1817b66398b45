import TalentDomain
import Testing

@testable import Projections

/// Who sees what of 31, who has lived through all sorts of things: everybody is tried, and whoever is not named sees nothing.
@Suite("The programme is seen by those whom it concerns")
struct ProgrammeVisibilityTests {
  private let scene = Scene.lived()
  private static let everybody =
    [Scene.hr, Scene.board, Scene.secretary, Scene.auditor, Scene.dpo, Scene.administrator, Scene.leader]
    + [Scene.mentor, Scene.host, 11, 31, 32, 33]
  private static let runners = [Scene.hr, Scene.auditor, Scene.dpo]

  private func viewers(_ sees: (CohortReading<SceneOpener>) -> Bool) -> Set<Int> {
    Set(Self.everybody.filter { sees(scene.seen(by: $0)) })
  }

  private var about31: ShowParticipant {
    var query = ShowParticipant()
    query.participant = scene.reference(31)
    return query
  }

  private func kinds(_ viewer: Int) -> [EntryKind] {
    scene.seen(by: viewer).participant(about31, today: scene.today)?.entries.map(\.kind) ?? []
  }

  @Test func `a participant, and what the leader, the mentor and the host had part in`() {
    let everything: [EntryKind] = [
      .gathering, .workGroupMeeting, .individualWork, .mentorMeeting, .dialogue, .internshipDay,
    ]
    for viewer in Self.runners + [31] { #expect(kinds(viewer) == everything, "\(viewer)") }
    #expect(kinds(Scene.leader) == [.dialogue])
    #expect(kinds(Scene.mentor) == [.mentorMeeting])
    #expect(kinds(Scene.host) == [.internshipDay])
    #expect(
      viewers { $0.participant(about31, today: scene.today) != nil }
        == Set(Self.runners + [31, Scene.leader, Scene.mentor, Scene.host]))
  }

  @Test func `nobody but those who see everything is told what it comes to`() throws {
    let tracks = { (viewer: Int) in
      scene.seen(by: viewer).participant(about31, today: scene.today)?.tracks.map(\.track) ?? []
    }
    #expect(tracks(31) == Track.inOrder)
    #expect(tracks(Scene.leader) == [.dialogues])
    #expect(tracks(Scene.mentor) == [])
    #expect(tracks(Scene.host) == [])
    let mentors = try #require(scene.seen(by: Scene.mentor).participant(about31, today: scene.today))
    #expect(mentors.totals == nil && mentors.next.isEmpty && mentors.deviations.isEmpty && mentors.plan == nil)
  }

  @Test func `a timeline holds no more for anybody than the entries do`() throws {
    var query = ShowTimeline()
    query.participant = scene.reference(31)
    let kinds = { (viewer: Int) in
      scene.seen(by: viewer).timeline(query, today: scene.today)?.happened.map(\.kind) ?? []
    }
    #expect(
      kinds(Scene.mentor) == [.mentorMatched, .confirmed, .confidentialityAgreed, .confidentialityAgreed, .recorded])
    #expect(kinds(Scene.leader) == [.planSet, .planSet, .goalProgressed, .recorded])
    #expect(kinds(Scene.host) == [.internshipAgreed, .corrected, .recorded])
    for viewer in [32, 33, 11, Scene.board, Scene.secretary, Scene.administrator] {
      #expect(kinds(viewer) == [], "\(viewer)")
      #expect(scene.seen(by: viewer).timeline(query, today: scene.today) == nil, "\(viewer)")
    }
  }

  @Test func `the words of a plan are for the participant, the own leader and HR, and not for the auditor`() throws {
    var query = ShowPlan()
    query.participant = scene.reference(31)
    #expect(viewers { $0.plan(query) != nil } == [Scene.hr, Scene.leader, 31])
    let plan = try #require(scene.seen(by: Scene.leader).plan(query))
    #expect(plan.versions.map(\.version) == [2, 1])
    #expect(plan.versions.map(\.purpose) == ["Formål 2", "Formål 1"])
    #expect(plan.versions[0].goals.map(\.status) == [nil, .reached])
    #expect(plan.versions[0].goals[1].steps.map(\.note) == ["Det gik godt"])
    #expect(plan.versions[1].goals.flatMap(\.steps) == [])
  }

  @Test func `a pair is for the two, an internship for the two, and for those who run the programme`() {
    #expect(viewers { $0.mentors()?.pairs.count == 1 } == Set(Self.runners + [31, Scene.mentor]))
    #expect(viewers { $0.internships()?.internships.count == 1 } == Set(Self.runners + [31, Scene.host]))
    #expect(viewers { $0.mentors() != nil } == Set(Self.runners + [31, 32, Scene.mentor]))
    #expect(viewers { $0.internships() != nil } == Set(Self.runners + [31, 32, Scene.host]))
  }

  @Test func `a leader sees the own employees' dialogues, a participant the own`() {
    let seen = { (viewer: Int) in scene.seen(by: viewer).dialogues(today: scene.today)?.dialogues.count }
    for viewer in Self.runners + [31, Scene.leader] { #expect(seen(viewer) == 1, "\(viewer)") }
    #expect(seen(32) == 0)
    for viewer in [Scene.mentor, Scene.host, Scene.board, 11, Scene.administrator] {
      #expect(seen(viewer) == nil, "\(viewer)")
    }
  }

  @Test func `a work group is for its members, who do not read of each other's own work`() throws {
    var query = ShowWorkGroup()
    query.group = 1
    #expect(viewers { $0.workGroup(query, today: scene.today) != nil } == Set(Self.runners + [31, 32]))
    let seen = try #require(scene.seen(by: 32).workGroup(ShowWorkGroup(), today: scene.today))
    #expect(seen.members.map(\.individual) == [nil, Rational(0)])
    #expect(seen.members.map { $0.track == nil } == [true, false])
    #expect(seen.members.map(\.meetings) == [1, 1])
    #expect(seen.group.individual == nil)
    let all = try #require(scene.seen(by: Scene.hr).workGroup(query, today: scene.today))
    #expect(all.members.map(\.individual) == [Rational(1), Rational(0)])
    query.group = 2
    #expect(scene.seen(by: Scene.hr).workGroup(query, today: scene.today) == nil)
  }

  @Test func `the whole cohort is for those who run, guard or audit the programme`() {
    #expect(viewers { $0.progress(today: scene.today) != nil } == Set(Self.runners))
    #expect(viewers { $0.attendance(today: scene.today) != nil } == Set(Self.runners))
    #expect(viewers { $0.deviations(today: scene.today) != nil } == Set(Self.runners))
    #expect(viewers { $0.gatherings(today: scene.today) != nil } == Set(Self.everybody))
    #expect(viewers { $0.gatherings(today: scene.today)?.gatherings[0].attended != nil } == Set(Self.runners))
    #expect(viewers { $0.gatherings(today: scene.today)?.gatherings[0].mine != nil } == [31, 32])
  }
}
