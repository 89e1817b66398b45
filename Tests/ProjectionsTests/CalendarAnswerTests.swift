import TalentDomain
import Testing

@testable import Projections

@Suite("The calendar")
struct CalendarAnswerTests {
  /// Two participants of a programme of two gatherings.
  private func seated() -> Scene {
    var scene = Scene.told()
    scene.happened(ProgrammePublished(gatherings: [gathering(1, "2027-04-26"), gathering(2, "2027-05-20")]))
    for number in [31, 32] {
      var offered = SeatOffered()
      offered.nominee = scene.alias(number)
      scene.happened(offered)
      var accepted = SeatAccepted()
      accepted.nominee = scene.alias(number)
      scene.happened(accepted, by: number)
    }
    return scene
  }

  private func gathering(_ number: Int, _ day: String, _ title: Line? = nil) -> Gathering {
    Gathering(
      number, title ?? Line("\(number). samling"), from: LocalTime(date: date(day), time: TimeOfDay(seconds: 9 * 3600)),
      to: LocalTime(date: date(day), time: TimeOfDay(seconds: 16 * 3600)), days: Rational(1))
  }

  private func moved(_ number: Int, to day: String) -> GatheringRescheduled {
    let there = gathering(number, day)
    return GatheringRescheduled(ends: there.ends, number: number, starts: there.starts)
  }

  private func calendar(_ scene: Scene, seenBy viewer: Int, of participant: Int? = nil) -> CalendarShown? {
    var query = ShowCalendar()
    query.cohort = "2027"
    query.participant = participant.map(scene.reference)
    return scene.seen(by: viewer).calendar(query)
  }

  private func line(_ id: String, in scene: Scene) -> CalendarLine? {
    calendar(scene, seenBy: Scene.hr)?.events.first { $0.id.value == id }
  }

  @Test func `a move raises the sequence, and keeps where the gathering lay before`() throws {
    var scene = seated()
    let before = try #require(line("gathering-2", in: scene))
    #expect(before.sequence == 0)
    #expect(before.earlier.isEmpty)
    scene.happened(moved(2, to: "2027-05-27"))
    let last = scene.happened(moved(2, to: "2027-06-03"))
    let after = try #require(line("gathering-2", in: scene))
    #expect(after.sequence == 2)
    #expect(after.time.from == date("2027-06-03"))
    #expect(after.earlier.map(\.from) == [date("2027-05-20"), date("2027-05-27")])
    #expect(after.changed == Instant(milliseconds: Int64(last) * 1000))
    #expect(after.changed > before.changed)
    #expect(try #require(line("gathering-1", in: scene)).sequence == 0)
  }

  @Test func `a programme published anew raises what it changes, and cancels what it leaves out`() throws {
    var scene = seated()
    scene.happened(ProgrammePublished(gatherings: [gathering(1, "2027-04-26", "Kick-off")]))
    let first = try #require(line("gathering-1", in: scene))
    #expect(first.sequence == 1)
    #expect(first.title == "Kick-off")
    #expect(first.earlier.isEmpty)
    #expect(!first.cancelled)
    let second = try #require(line("gathering-2", in: scene))
    #expect(second.cancelled)
    #expect(second.sequence == 1)
    #expect(second.time.from == date("2027-05-20"))
    scene.happened(ProgrammePublished(gatherings: [gathering(1, "2027-04-26", "Kick-off")]))
    #expect(line("gathering-1", in: scene) == first)
    #expect(line("gathering-2", in: scene) == second)
  }

  @Test func `a participant has the own meetings and the internship beside the cohort's days, in order`() throws {
    var scene = seated()
    var matched = MentorMatched()
    matched.match = Alias(bits: 5001)
    matched.mentor = scene.alias(Scene.leader)
    matched.participant = scene.alias(31)
    scene.happened(matched)
    var met = MentorMeetingHeld()
    met.date = date("2027-05-03")
    met.entry = Alias(bits: 5002)
    met.hours = Rational(1)
    met.match = matched.match
    met.participant = scene.alias(31)
    scene.happened(met)
    var agreed = InternshipAgreed()
    agreed.agreement = Alias(bits: 5003)
    agreed.from = date("2028-01-10")
    agreed.to = date("2028-01-14")
    agreed.host = scene.alias(Scene.chief)
    agreed.participant = scene.alias(31)
    scene.happened(agreed)
    var worked = IndividualWorkLogged()
    worked.date = date("2027-05-04")
    worked.entry = Alias(bits: 5004)
    worked.participant = scene.alias(31)
    scene.happened(worked)

    let own = try #require(calendar(scene, seenBy: 31))
    #expect(own.participant?.id == scene.alias(31))
    #expect(own.events.map(\.kind) == [.mbti, .gathering, .mentorMeeting, .gathering, .internship])
    #expect(own.events[2].with?.id == scene.alias(Scene.leader))
    #expect(own.events[4].time.to == date("2028-01-14"))
    #expect(calendar(scene, seenBy: Scene.hr, of: 31) == own)
    #expect(try #require(calendar(scene, seenBy: Scene.hr)).events.map(\.kind) == [.mbti, .gathering, .gathering])
  }

  @Test func `a corrected meeting moves under its id, a voided one is cancelled, and a confirmation changes nothing`()
    throws
  {
    var scene = seated()
    var held = GoalDialogueHeld()
    held.date = date("2027-05-03")
    held.entry = Alias(bits: 5002)
    held.leader = scene.alias(Scene.leader)
    held.participant = scene.alias(31)
    scene.happened(held)
    let dialogue = { (scene: Scene) in calendar(scene, seenBy: 31)?.events.first { $0.kind == .dialogue } }
    let first = try #require(dialogue(scene))
    var confirmed = EntryConfirmed()
    confirmed.entry = held.entry
    scene.happened(confirmed)
    #expect(dialogue(scene) == first)
    var corrected = EntryCorrected()
    corrected.entry = held.entry
    corrected.date = date("2027-05-04")
    scene.happened(corrected)
    let second = try #require(dialogue(scene))
    #expect(second.id == first.id)
    #expect(second.sequence == 1)
    #expect(second.time.from == date("2027-05-04"))
    #expect(second.changed > first.changed)
    var voided = EntryVoided()
    voided.entry = held.entry
    scene.happened(voided)
    let third = try #require(dialogue(scene))
    #expect(third.cancelled)
    #expect(third.sequence == 2)
  }

  @Test func `a participant's calendar is for that participant, HR, the auditor and the data-protection officer`() {
    let scene = seated()
    for viewer in [31, Scene.hr, Scene.auditor, Scene.dpo] {
      #expect(calendar(scene, seenBy: viewer, of: 31) != nil, "\(viewer)")
    }
    for viewer in [32, 33, 11, Scene.leader, Scene.chief, Scene.board, Scene.administrator] {
      #expect(calendar(scene, seenBy: viewer, of: 31) == nil, "\(viewer)")
      if viewer != 32 { #expect(calendar(scene, seenBy: viewer) == nil, "\(viewer)") }
    }
    // Nobody has one who takes no part.
    #expect(calendar(scene, seenBy: Scene.hr, of: 33) == nil)
  }

  @Test func `whoever has left keeps the days at which they were`() throws {
    var scene = seated()
    var attended = AttendanceRecorded()
    attended.entry = Alias(bits: 5002)
    attended.gathering = 1
    attended.participant = scene.alias(32)
    scene.happened(attended)
    var left = ParticipantWithdrew()
    left.nominee = scene.alias(32)
    scene.happened(left, by: 32)
    #expect(try #require(calendar(scene, seenBy: 32)).events.map(\.id.value) == ["gathering-1"])
  }
}
