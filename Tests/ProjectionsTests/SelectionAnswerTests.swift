import TalentDomain
import Testing

@testable import Projections

@Suite("Outcomes before and after they are told")
struct SelectionAnswerTests {
  @Test func `the proposal is shown with its departures to those who decide`() throws {
    let scene = Scene.proposed()
    for viewer in [Scene.hr, Scene.board, Scene.secretary, Scene.auditor] {
      let shown = try #require(scene.seen(by: viewer).selection())
      #expect(shown.selected.map(\.nominee.id) == [scene.alias(31)])
      #expect(shown.reserve.map(\.ground) == ["en grund"])
      #expect(shown.reserve.map(\.rank) == [2])
      #expect(shown.rest.map(\.total) == [Rational(1)])
      #expect(shown.digest == digest("B"))
    }
    for viewer in [Scene.dpo, Scene.administrator, Scene.chief, Scene.leader, 11, 31] {
      #expect(scene.seen(by: viewer).selection() == nil, "\(viewer)")
      #expect(scene.seen(by: viewer).seats() == nil, "\(viewer)")
    }
    #expect(Scene.nominated().seen(by: Scene.hr).selection()?.digest == nil)
  }

  @Test func `seats, reserve and letters are listed with whoever owes feedback`() throws {
    let scene = Scene.told()
    let seats = try #require(scene.seen(by: Scene.hr).seats())
    #expect(seats.lines.map(\.nominee.id) == [scene.alias(31)])
    #expect(seats.lines.map(\.status) == [.offered])
    #expect(seats.occupied == 1)
    #expect(seats.reserve.map(\.id) == [scene.alias(32)])
    #expect(seats.told.map(\.nominee.id) == [scene.alias(33)])
    #expect(seats.told.map { $0.leader?.id } == [scene.person(Scene.leader)])
  }

  @Test func `the overview counts what may be known`() throws {
    let scene = Scene.approved()
    let full = try #require(scene.seen(by: Scene.hr).overview(latest: 40))
    #expect(full.stage == .approved)
    #expect(full.position == 40)
    #expect(full.forms.map(\.status) == [.notSelected, .reserve, .selected])
    #expect(full.reserveLeft == 1)
    #expect(full.assigned == 6)
    #expect(full.complete == 6)
    #expect(full.spread.map(\.selected) == [1, 1])
    #expect(try #require(scene.seen(by: Scene.board).overview(latest: 40)).position == nil)
    let embargoed = try #require(scene.seen(by: Scene.dpo).overview(latest: 40))
    #expect(embargoed.stage == .assessing)
    #expect(embargoed.forms.map(\.status) == [.underConsideration])
    #expect(embargoed.reserveLeft == 0)
    #expect(embargoed.spread.map(\.selected) == [0, 0])
    for viewer in [Scene.chief, Scene.leader, 11, 31] {
      #expect(scene.seen(by: viewer).overview(latest: 40) == nil, "\(viewer)")
    }
  }

  @Test func `everybody sees which cohorts there are, and their stage under the embargo`() {
    let stage = { (scene: Scene, viewer: Int) in CohortList([scene.seen(by: viewer)]).cohorts.first?.stage }
    #expect(stage(.nominated(), 31) == .nominating)
    #expect(stage(.proposed(), 31) == .assessing)
    #expect(stage(.proposed(), Scene.board) == .proposed)
    #expect(stage(.approved(), 31) == .assessing)
    #expect(stage(.told(), 31) == .approved)
    #expect(CohortList([Scene().seen(by: 31)]).cohorts == [])
  }

  @Test func `a person's cases are shown to those who handle or guard them`() throws {
    let scene = Scene.approved()
    var query = ShowPerson()
    query.person = scene.reference(31)
    let shown = { (viewer: Int) in
      let reading = scene.seen(by: viewer)
      return OrganisationReading(organisation: scene.organisation, viewer: reading.viewer, names: SceneNames())
        .person(query, cases: [(reading: reading, alias: scene.alias(31))])
    }
    #expect(shown(Scene.hr)?.cases.map(\.status) == [.selected])
    #expect(shown(Scene.dpo)?.cases.map(\.status) == [.underConsideration])
    #expect(shown(Scene.administrator)?.cases == [])
    #expect(shown(Scene.leader)?.cases == [])
    #expect(shown(Scene.leader)?.line.account == nil)
    #expect(shown(Scene.otherChief) == nil)
    #expect(shown(32) == nil)
  }
}
