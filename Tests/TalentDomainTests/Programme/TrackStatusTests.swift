import TalentDomain
import Testing

/// From when on somebody without an entry is behind: what has dates of its own by them, the rest as the programme goes by.
struct TrackStatusTests {
  private func status(_ track: Track, on day: String, _ it: Case) -> TrackStatus {
    it.cohort.track(track, of: it.alias("110"), on: date(day)).status
  }

  /// The last day on which nothing is due, and the first on which something is. The programme goes from 26 April 2027 to its
  /// last gathering.
  @Test(arguments: [
    (Track.mbti, "2027-04-06", "2027-04-07"), (.internship, "2028-01-31", "2028-02-01"),
  ])
  func `what has a date is due after it`(track: Track, last: String, first: String) throws {
    let it = try Case.lived()
    #expect(status(track, on: last, it) == .onTrack)
    #expect(status(track, on: first, it) == .behind)
  }

  @Test(arguments: [Track.mentor, .dialogues, .workGroups])
  func `what is agreed between people is due by whole meetings, and all of it at the end`(track: Track) throws {
    let it = try Case.lived()
    let ledger = { (day: String) in it.cohort.track(track, of: it.alias("110"), on: date(day)) }
    #expect(ledger("2027-04-27").status == .onTrack)
    #expect(ledger("2027-04-27").due == Rational(0))
    let last = try #require(it.cohort.setup.gatherings.last?.date)
    #expect(ledger(last.text).due == ledger(last.text).expected.least)
    #expect(ledger(last.text).status == .behind)
    var due = Rational(0)
    for day in it.cohort.setup.kickOff.dayNumber...last.dayNumber {
      let now = it.cohort.track(track, of: it.alias("110"), on: CivilDate(dayNumber: day)).due
      #expect(now >= due)
      due = now
    }
  }

  @Test func `nobody is behind for a gathering whose attendance has not been recorded`() throws {
    var it = try Case.lived()
    let (first, second) = (it.cohort.setup.gatherings[0], it.cohort.setup.gatherings[1])
    let after = second.ends.date.adding(days: 1).text
    #expect(status(.gatherings, on: after, it) == .onTrack)
    try it.accept(RecordAttendance(first.number, ["111"]))
    #expect(status(.gatherings, on: first.date.text, it) == .onTrack)
    #expect(status(.gatherings, on: after, it) == .behind)
    try it.accept(RecordAttendance(first.number, ["110"]))
    #expect(status(.gatherings, on: after, it) == .onTrack)
  }
}
