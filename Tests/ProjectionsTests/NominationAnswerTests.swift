import Projections
import TalentDomain
import Testing

@Suite("Who sees which nominations")
struct NominationAnswerTests {
  private func listed(_ scene: Scene, by viewer: Int, as capacities: Set<Capacity>? = nil) -> [Alias] {
    var query = ListNominations()
    query.cohort = "2027"
    return scene.seen(by: viewer, as: capacities).nominations(query)?.nominations.compactMap { $0.nominee?.id } ?? []
  }

  @Test func `those who handle every case see every form`() {
    let scene = Scene.nominated()
    for viewer in [Scene.hr, Scene.board, Scene.secretary, Scene.auditor, Scene.dpo] {
      #expect(listed(scene, by: viewer) == Scene.nominees.map(scene.alias), "\(viewer)")
    }
  }

  @Test func `administrators, leaders and employees see none`() {
    let scene = Scene.nominated()
    for viewer in [Scene.administrator, Scene.leader, Scene.assessors[0], 31] {
      #expect(listed(scene, by: viewer) == [], "\(viewer)")
    }
  }

  @Test func `a chief sees the forms of the own centre and those handed in by oneself`() {
    var scene = Scene.nominated()
    #expect(listed(scene, by: Scene.chief) == [scene.alias(31), scene.alias(32)])
    #expect(listed(scene, by: Scene.otherChief) == [scene.alias(33)])
    // A chief who has moved on still sees what was handed in, refused forms too.
    scene.organisation.centres[scene.person(Scene.otherCentre)]?.chief = nil
    var refused = NominationRefused()
    refused.id = Alias(bits: 5000)
    refused.chief = scene.alias(Scene.otherChief)
    refused.rules = ["R3"]
    scene.happened(refused, by: Scene.otherChief)
    var query = ListNominations()
    query.cohort = "2027"
    let seen = scene.seen(by: Scene.otherChief, as: [.employee, .centreChief]).nominations(query)
    #expect(seen?.nominations.map(\.id) == [scene.form(of: 33), Alias(bits: 5000)])
    #expect(seen?.nominations.last?.refusedBy == ["R3"])
    #expect(seen?.nominations.last?.nominee == nil)
  }

  @Test func `an assessor sees the own nominees, but for those that a conflict bars`() {
    var scene = Scene.assessing()
    #expect(listed(scene, by: 11) == Scene.nominees.map(scene.alias))
    #expect(listed(scene, by: 13) == [])
    var declared = ConflictDeclared()
    declared.id = Alias(bits: 7000)
    declared.person = scene.alias(11)
    declared.nominee = scene.alias(32)
    scene.happened(declared, by: 11)
    #expect(listed(scene, by: 11) == [scene.alias(31), scene.alias(33)])
    var query = ShowNomination()
    query.nominee = scene.reference(32)
    #expect(scene.seen(by: 11).nomination(query) == nil)
    #expect(scene.seen(by: 12).nomination(query) != nil)
  }

  @Test func `nobody reads the own form in another capacity`() {
    let scene = Scene.nominated()
    #expect(listed(scene, by: 31, as: [.hr, .employee]) == [scene.alias(32), scene.alias(33)])
  }

  @Test func `positions and outcomes are for those who may know them`() throws {
    let scene = Scene.approved()
    var query = ListNominations()
    query.cohort = "2027"
    let statuses = { (viewer: Int) in scene.seen(by: viewer).nominations(query)?.nominations.map(\.status) }
    #expect(statuses(Scene.board) == [.selected, .reserve, .notSelected])
    #expect(statuses(Scene.dpo) == [.underConsideration, .underConsideration, .underConsideration])
    #expect(statuses(Scene.chief) == [.underConsideration, .underConsideration])
    let recorded = { (viewer: Int) in scene.seen(by: viewer).nominations(query)?.nominations.first?.recorded }
    #expect(recorded(Scene.hr) == 2)
    #expect(recorded(Scene.board) == .some(nil))
    // The filter goes by what is shown: whoever may not know an outcome cannot ask for it either.
    query.status = .reserve
    #expect(scene.seen(by: Scene.hr).nominations(query)?.nominations.count == 1)
    #expect(scene.seen(by: Scene.chief).nominations(query)?.nominations == [])
  }

  @Test func `a form is shown with its case number, and without its words once it is erased`() throws {
    var scene = Scene.assessing()
    var query = ShowNomination()
    query.form = scene.form(of: 31)
    let shown = try #require(scene.seen(by: Scene.hr).nomination(query))
    #expect(shown.form != nil)
    #expect(shown.line.journal == "2027-0031")
    scene.erased = [scene.alias(31)]
    let erased = try #require(scene.seen(by: Scene.hr).nomination(query))
    #expect(erased.form == nil)
    #expect(erased.line.journal == nil)
    #expect(erased.line.nominee?.id == scene.alias(31))
  }
}

@Suite("One's own case")
struct MyCaseTests {
  @Test func `it reads under consideration until the offer or the letter`() {
    for scene in [Scene.nominated(), .assessing(), .proposed(), .approved()] {
      for nominee in Scene.nominees {
        #expect(scene.seen(by: nominee).myCase()?.status == .underConsideration)
      }
    }
    let told = Scene.told()
    #expect(told.seen(by: 31).myCase()?.status == .offered)
    #expect(told.seen(by: 31).myCase()?.answerBy == date("2027-03-12"))
    #expect(told.seen(by: 32).myCase()?.status == .underConsideration)
    #expect(told.seen(by: 33).myCase()?.status == .told)
  }

  @Test func `somebody who is not nominated is told so`() {
    let own = Scene.nominated().seen(by: Scene.leader).myCase()
    #expect(own?.nominated == false)
    #expect(own?.status == nil)
  }

  @Test func `the feedback is the nominee's and the leader's, after the letter`() {
    var scene = Scene.told()
    var query = ShowFeedback()
    query.nominee = scene.reference(33)
    #expect(scene.seen(by: 33).feedback(query)?.due == date("2027-03-16"))
    #expect(scene.seen(by: 33).feedback(query)?.feedback == nil)
    var given = FeedbackGiven()
    given.nominee = scene.alias(33)
    var feedback = Feedback()
    feedback.next = "øv dig"
    scene.happened(given, by: Scene.leader, sealed: [feedback])
    #expect(scene.seen(by: 33).myCase()?.feedback?.next == "øv dig")
    for viewer in [33, Scene.leader, Scene.hr, Scene.auditor] {
      #expect(scene.seen(by: viewer).feedback(query)?.feedback?.next == "øv dig", "\(viewer)")
    }
    for viewer in [31, Scene.chief, Scene.board, Scene.administrator, 11] {
      #expect(scene.seen(by: viewer).feedback(query) == nil, "\(viewer)")
    }
    // Of somebody who has not been told, not even the leader learns that there is something to be told.
    query.nominee = scene.reference(32)
    #expect(scene.seen(by: Scene.leader).feedback(query) == nil)
    #expect(scene.seen(by: Scene.hr).feedback(query) == nil)
  }
}
