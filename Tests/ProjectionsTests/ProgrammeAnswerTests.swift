import TalentDomain
import Testing

@testable import Projections

@Suite("What the programme comes to")
struct ProgrammeAnswerTests {
  private let scene = Scene.lived()

  private var own: ParticipantShown? { scene.seen(by: 31).participant(ShowParticipant(), today: scene.today) }

  @Test func `days and hours are counted apart, and together at 7.4 hours a day`() throws {
    let totals = try #require(own?.totals)
    // Gathering 4, group ½, own work 1, internship ½ days; mentor 1, dialogue 1 hours.
    #expect(totals.recorded.days == Rational(6))
    #expect(totals.recorded.hours == Rational(2))
    #expect(totals.recorded.inHours == Rational(6) * Rational(37, 5) + Rational(2))
    #expect(totals.least.days == Rational(48, 5) + Rational(13, 2) + Rational(2))
    #expect(totals.most.hours == Rational(6) + Rational(5) + Rational(10))
    let hr = try #require(scene.seen(by: Scene.hr).progress(today: scene.today))
    #expect(hr.participants.map(\.participant.id) == [scene.alias(31), scene.alias(32)])
    #expect(hr.participants[0].totals == totals)
  }

  @Test func `a participant reads with whom, by which plan, and what comes next`() throws {
    let shown = try #require(own)
    #expect(shown.mentor?.id == scene.alias(Scene.mentor))
    #expect(shown.leader?.id == scene.person(Scene.leader))
    #expect(shown.workGroup?.number == 1)
    #expect(shown.internship?.done == Rational(1, 2))
    #expect(shown.plan?.version == 2 && shown.plan?.reached == 1 && shown.plan?.goals == 2)
    #expect(shown.next.map(\.day) == [date("2028-04-27")])
    let early = try #require(scene.seen(by: 31).participant(ShowParticipant(), today: date("2028-01-15")))
    #expect(early.next.map(\.kind) == [.internship, .gathering])
  }

  @Test func `a deviation that was mended stays, and stands no more`() throws {
    let deviations = try #require(scene.seen(by: Scene.hr).deviations(today: scene.today)).deviations
    #expect(deviations.map(\.kind) == [.month])
    #expect(deviations.map(\.stands) == [false])
    #expect(deviations.map(\.date) == [date("2028-01-13")])
  }

  @Test func `a timeline goes by the days on which things took effect, and tells what a correction replaced`() throws {
    let shown = try #require(scene.seen(by: 31).timeline(ShowTimeline(), today: scene.today))
    let days = shown.happened.map(\.day)
    #expect(days == days.sorted())
    #expect(
      shown.happened.filter { $0.entryKind == nil }.map(\.kind) == [
        .offered, .accepted, .groupFormed, .mentorMatched, .planSet, .planSet, .goalProgressed, .internshipAgreed,
        .confidentialityAgreed, .confidentialityAgreed,
      ])
    let corrected = try #require(shown.happened.first { $0.kind == .corrected })
    #expect(corrected.oldDay == date("2028-02-14") && corrected.newDay == date("2028-01-13"))
    #expect(corrected.oldAmount == Rational(1) && corrected.amount == Rational(1, 2))
    #expect(corrected.entryKind == .internshipDay)
    let logged = try #require(shown.happened.first { $0.entryKind == .internshipDay && $0.kind == .recorded })
    #expect(logged.day == date("2028-02-14") && logged.amount == Rational(1), "as it was recorded then")
    let met = try #require(shown.happened.first { $0.entryKind == .workGroupMeeting })
    #expect(met.by.id == scene.alias(32))
    #expect(shown.happened.allSatisfy { $0.position == nil })
    var query = ShowTimeline()
    query.participant = scene.reference(31)
    let hr = try #require(scene.seen(by: Scene.hr).timeline(query, today: scene.today))
    #expect(hr.happened.allSatisfy { $0.position != nil })
    #expect(hr.planned.map(\.kind) == [.gathering])
  }

  @Test func `a timeline ends with what became of the participant`() throws {
    var scene = scene
    var outcome = OutcomeRecorded()
    outcome.date = date("2029-05-01")
    outcome.outcome = .leaderPost
    outcome.participant = scene.alias(31)
    scene.happened(outcome)
    let last = try #require(scene.seen(by: 31).timeline(ShowTimeline(), today: scene.today)?.happened.last)
    #expect(last.kind == .outcome && last.outcome == .leaderPost && last.day == date("2029-05-01"))
    var query = ShowTimeline()
    query.participant = scene.reference(31)
    let leaders = try #require(scene.seen(by: Scene.leader).timeline(query, today: scene.today))
    #expect(!leaders.happened.contains { $0.kind == .outcome })
  }

  @Test func `attendance has a cell for each participant at each gathering`() throws {
    var scene = scene
    var voided = EntryVoided()
    voided.entry = scene.entry(2)
    scene.happened(voided)
    let shown = try #require(scene.seen(by: Scene.hr).attendance(today: scene.today))
    #expect(shown.cells.map(\.gathering) == [1, 2, 3, 1, 2, 3])
    #expect(shown.cells.map(\.days) == [Rational(4), nil, nil, nil, nil, nil])
    #expect(shown.cells.map(\.isOver) == [true, true, false, true, true, false])
    let list = try #require(scene.seen(by: Scene.hr).gatherings(today: scene.today))
    #expect(list.gatherings.map(\.attended) == [1, 0, 0])
    #expect(list.gatherings.map(\.participants) == [2, 2, 2])
  }

  @Test func `a gathering that was moved says from when`() throws {
    var scene = scene
    let third = scene.cohort.setup.gatherings[2]
    for day in ["2028-05-04", "2028-05-11"] {
      let at = { (hour: Int) in LocalTime(date: date(day), time: TimeOfDay(seconds: hour * 3600)) }
      scene.happened(GatheringRescheduled(ends: at(16), number: 3, starts: at(9)))
    }
    let list = try #require(scene.seen(by: 31).gatherings(today: scene.today))
    #expect(list.gatherings.map(\.earlier.count) == [0, 0, 2])
    #expect(list.gatherings[2].earlier.first == third.starts)
    #expect(list.gatherings[2].gathering.date == date("2028-05-11"))
    #expect(try #require(Scene.seated().seen(by: 31).gatherings(today: scene.today)).gatherings[2].earlier.isEmpty)
  }

  @Test func `a pair is shown with its meetings, and who has no mentor or meets nobody`() throws {
    let list = try #require(scene.seen(by: Scene.hr).mentors())
    let pair = try #require(list.pairs.first)
    #expect(pair.mentor.id == scene.alias(Scene.mentor) && pair.participant.id == scene.alias(31))
    #expect(pair.mentorAgreed == date("2027-05-10") && pair.participantAgreed == date("2027-05-10"))
    #expect(pair.meetings == 1 && pair.hours == Rational(1) && pair.latest == date("2027-06-01"))
    #expect(list.without.map(\.id) == [scene.alias(32)])
    #expect(list.free.map(\.id) == [scene.alias(Scene.otherHR)])
    let own = try #require(scene.seen(by: 31).mentors())
    #expect(own.without.isEmpty && own.free.isEmpty)
  }

  @Test func `internships, dialogues and work groups tell who is missing`() throws {
    let reading = scene.seen(by: Scene.hr)
    let internships = try #require(reading.internships())
    #expect(internships.internships.map(\.agreed) == [Rational(2)])
    #expect(internships.internships.map(\.done) == [Rational(1, 2)])
    #expect(internships.internships.map(\.confirmed) == [Rational(0)])
    #expect(internships.without.map(\.id) == [scene.alias(32)])
    let dialogues = try #require(reading.dialogues(today: scene.today))
    #expect(dialogues.participants.map(\.held) == [1, 0])
    #expect(dialogues.participants.map(\.track.status) == [.behind, .behind])
    let groups = try #require(reading.workGroups(today: scene.today))
    #expect(groups.groups.map(\.meetings) == [1])
    #expect(groups.groups.map(\.expected) == [5])
    #expect(groups.groups.map(\.individual) == [Rational(1)])
    #expect(groups.without.isEmpty)
  }

  @Test func `somebody who left is still shown, and has nothing planned`() throws {
    var scene = scene
    var withdrew = ParticipantWithdrew()
    withdrew.nominee = scene.alias(31)
    scene.happened(withdrew, by: 31)
    let hr = scene.seen(by: Scene.hr)
    #expect(try #require(hr.progress(today: scene.today)).participants.map(\.status) == [.left, .accepted])
    let own = try #require(scene.seen(by: 31).participant(ShowParticipant(), today: scene.today))
    #expect(own.status == .left && own.next.isEmpty)
    #expect(
      try #require(hr.attendance(today: scene.today)).cells.map(\.takesPart) == [false, false, false, true, true, true])
  }
}
