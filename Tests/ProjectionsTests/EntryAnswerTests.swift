import TalentDomain
import Testing

@testable import Projections

/// What is told of single entries of 31, who has lived through all sorts of things.
@Suite("Entries are told with their history")
struct EntryAnswerTests {
  private let scene = Scene.lived()
  private static let everybody =
    [Scene.hr, Scene.board, Scene.secretary, Scene.auditor, Scene.dpo, Scene.administrator, Scene.leader]
    + [Scene.mentor, Scene.host, 11, 31, 32, 33]
  private static let runners = [Scene.hr, Scene.auditor, Scene.dpo]

  private func shown(_ number: Int, by viewer: Int, in scene: Scene? = nil) -> EntryShown? {
    let scene = scene ?? self.scene
    var query = ShowEntry()
    query.entry = scene.entry(number)
    return scene.seen(by: viewer).entry(query)
  }

  private func listed(by viewer: Int, _ change: (inout ListEntries) -> Void = { _ in }) -> [EntryLine] {
    var query = ListEntries()
    change(&query)
    return scene.seen(by: viewer).entries(query)?.entries.map(\.entry) ?? []
  }

  @Test func `what stands, and how it came to`() throws {
    let day = try #require(shown(7, by: 31))
    #expect(day.entry.kind == .internshipDay)
    #expect(day.entry.date == date("2028-01-13") && day.entry.amount == Rational(1, 2))
    #expect(day.entry.with?.id == scene.alias(Scene.host))
    #expect(day.participants.map(\.id) == [scene.alias(31)])
    #expect(day.history.map(\.kind) == [.recorded, .deviated, .corrected])
    #expect(day.history.map(\.by.id) == [31, Scene.hr, 31].map(scene.alias))
    #expect(day.history.map(\.date) == [date("2028-02-14"), nil, date("2028-01-13")])
    #expect(day.history.map(\.amount) == [Rational(1), nil, Rational(1, 2)])
    #expect(day.history.map(\.oldDate) == [nil, nil, date("2028-02-14")])
    #expect(day.history.map(\.oldAmount) == [nil, nil, Rational(1)])
    #expect(day.history.map(\.deviation) == [nil, .month, nil])
    #expect(day.history.allSatisfy { $0.position == nil && $0.recorder == nil })
    #expect(shown(7, by: Scene.hr)?.history.allSatisfy { $0.position != nil } == true)
    #expect(shown(5, by: Scene.mentor)?.history.map(\.kind) == [.recorded, .confirmed])
  }

  @Test func `a voiding gives its reason, or its ground where there are no words`() throws {
    var changed = scene
    var reason = EntryReason()
    reason.reason = "Det var en anden dag."
    for (number, ground, sealed) in [(7, CorrectionGround.stated, [reason]), (5, .cancelled, [])] {
      var voided = EntryVoided()
      voided.entry = scene.entry(number)
      voided.ground = ground
      (voided.oldAmount, voided.oldDate) = (Rational(1, 2), date("2028-01-13"))
      changed.happened(voided, by: 31, sealed: sealed)
    }
    let day = try #require(shown(7, by: Scene.host, in: changed))
    #expect(day.entry.voided)
    #expect(day.history.last?.kind == .voided)
    #expect(day.history.last?.ground == .stated)
    #expect(day.history.last?.reason == "Det var en anden dag.")
    #expect(shown(5, by: 31, in: changed)?.history.last?.ground == .cancelled)
    #expect(shown(5, by: 31, in: changed)?.history.last?.reason == nil)
  }

  @Test func `an entry is seen by whoever took part in it, and by those who run or audit the programme`() {
    let viewers = { (number: Int) in Set(Self.everybody.filter { shown(number, by: $0) != nil }) }
    #expect(viewers(1) == Set(Self.runners + [31]))
    #expect(viewers(3) == Set(Self.runners + [31, 32]))
    #expect(viewers(5) == Set(Self.runners + [31, Scene.mentor]))
    #expect(viewers(6) == Set(Self.runners + [31, Scene.leader]))
    #expect(viewers(7) == Set(Self.runners + [31, Scene.host]))
    #expect(viewers(999) == [])
    // Of a meeting of several each knows of the own part.
    #expect(shown(3, by: 31)?.participants.map(\.id) == [scene.alias(31)])
    #expect(shown(3, by: Scene.hr)?.participants.map(\.id) == [31, 32].map(scene.alias))
    #expect(shown(7, by: Scene.host)?.history.map(\.kind) == [.recorded, .corrected])
  }

  @Test func `the list holds what the single ones would show, in the order of their days`() {
    #expect(
      listed(by: 31).map(\.kind) == [.gathering, .workGroupMeeting, .individualWork, .mentorMeeting, .dialogue]
        + [.internshipDay])
    #expect(listed(by: Scene.mentor).map(\.kind) == [.mentorMeeting])
    #expect(listed(by: Scene.leader).map(\.kind) == [.dialogue])
    #expect(listed(by: 32).map(\.kind) == [.gathering, .workGroupMeeting])
    #expect(listed(by: Scene.hr).count == 8)
    #expect(listed(by: 33) == [])
  }

  @Test func `a list may be asked for less`() {
    #expect(listed(by: Scene.hr) { $0.participant = scene.reference(32) }.count == 2)
    #expect(listed(by: Scene.hr) { $0.participant = scene.reference(99) } == [])
    #expect(listed(by: Scene.hr) { $0.kind = .gathering }.count == 2)
    #expect(listed(by: 31) { $0.from = date("2027-06-01") }.count == 3)
    #expect(listed(by: 31) { $0.to = date("2027-05-20") }.map(\.kind) == [.gathering, .workGroupMeeting])
    // The mentor has confirmed; leader, host and participant have not.
    #expect(listed(by: 31) { $0.unconfirmed = true }.map(\.kind) == [.dialogue, .internshipDay])
    #expect(listed(by: Scene.mentor) { $0.unconfirmed = true } == [])
  }
}
