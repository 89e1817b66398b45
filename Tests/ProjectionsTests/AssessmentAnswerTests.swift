import TalentDomain
import Testing

@testable import Projections

@Suite("Blind assessment and the ranking")
struct AssessmentAnswerTests {
  private func sets(_ scene: Scene, by viewer: Int, as capacities: Set<Capacity>? = nil, of nominee: Int = 31)
    -> [ScoreSetLine]
  {
    var query = ListAssessments()
    query.nominee = scene.reference(nominee)
    return scene.seen(by: viewer, as: capacities).assessments(query)?.sets ?? []
  }

  @Test func `an assessor sees others' scores only after completing the own set`() throws {
    var scene = Scene.assessing()
    scene.score(31, by: 12, question: 1)
    scene.score(31, by: 12, question: 2)
    scene.score(31, by: 11, question: 1)
    let before = sets(scene, by: 11)
    #expect(before.map(\.withheld) == [false, true])
    #expect(before.map(\.scores.count) == [1, 0])
    scene.score(31, by: 11, question: 2)
    let after = sets(scene, by: 11)
    #expect(after.map(\.withheld) == [false, false])
    #expect(after.map(\.scores.count) == [2, 2])
    // Of another nominee, nothing has changed.
    scene.score(32, by: 12, question: 1)
    #expect(sets(scene, by: 11, of: 32).map(\.withheld) == [false, true])
  }

  @Test func `an assessor of the HR Centre is blind too`() {
    var scene = Scene.assessing()
    scene.score(31, by: 12, question: 1)
    #expect(sets(scene, by: 11, as: [.hr, .assessor, .employee]).map(\.withheld) == [false, true])
    #expect(sets(scene, by: Scene.hr).map(\.withheld) == [false, false])
    #expect(sets(scene, by: Scene.auditor).map(\.scores.count) == [0, 1])
  }

  @Test func `others learn of no assessment`() {
    let scene = Scene.proposed()
    for viewer in [Scene.board, Scene.dpo, Scene.administrator, Scene.chief, Scene.leader, 31] {
      #expect(scene.seen(by: viewer).assessments(ListAssessments()) == nil, "\(viewer)")
    }
    #expect(sets(scene, by: 13).isEmpty)
    #expect(sets(scene, by: 32, as: [.hr, .employee]).isEmpty)
  }

  @Test func `a filter for somebody unknown finds nothing`() {
    let scene = Scene.proposed()
    var query = ListAssessments()
    query.nominee = PersonRef(given: "999")
    #expect(scene.seen(by: Scene.hr).assessments(query)?.sets == [])
  }

  @Test func `the ranking is for HR, the board, its secretary and auditors`() {
    let scene = Scene.proposed()
    for viewer in [Scene.hr, Scene.board, Scene.secretary, Scene.auditor] {
      #expect(scene.seen(by: viewer).ranking()?.entries.map(\.nominee.id) == Scene.nominees.map(scene.alias))
    }
    for viewer in [Scene.dpo, Scene.administrator, Scene.chief, Scene.leader, 11, 31] {
      #expect(scene.seen(by: viewer).ranking() == nil, "\(viewer)")
    }
    #expect(scene.seen(by: 31, as: [.hr, .employee]).ranking() == nil)
  }

  @Test func `a decided tie is shown in its decided order`() throws {
    var scene = Scene.proposed()
    var ranking = try #require(scene.cohort.assessment.ranking)
    var tie = RankingTie()
    tie.first = 1
    tie.last = 2
    tie.nominees = [scene.alias(31), scene.alias(32)]
    ranking.ties = [tie]
    ranking.entries[1].rank = 1
    scene.happened(ranking)
    let open = try #require(scene.seen(by: Scene.hr).ranking())
    #expect(open.entries.map(\.rank) == [1, 1, 3])
    #expect(open.entries.map(\.tied) == [true, true, false])
    #expect(open.ties.map(\.resolved) == [false])
    var resolved = TieResolved()
    resolved.order = [scene.alias(32), scene.alias(31)]
    scene.happened(resolved)
    let decided = try #require(scene.seen(by: Scene.hr).ranking())
    #expect(decided.entries.map(\.nominee.id) == [32, 31, 33].map(scene.alias))
    #expect(decided.entries.map(\.rank) == [1, 2, 3])
    #expect(decided.ties.first?.nominees.map(\.id) == [32, 31].map(scene.alias))
    #expect(decided.ties.first?.resolved == true)
  }
}
