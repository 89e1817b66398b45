import TalentDomain
import Testing

struct AttendanceTests {
  @Test func `attendance counts for the whole gathering, or for the days that are said`() throws {
    var it = try Case.inJune()
    try it.accept(RecordAttendance(1, ["110", "111"]))
    try it.accept(RecordAttendance(2, ["110"], days: Rational(5, 4)))
    #expect(it.facts(AttendanceRecorded.self).map(\.days) == [Rational(2), Rational(2), Rational(5, 4)])
    #expect(it.facts(AttendanceRecorded.self).map(\.participant) == ["110", "111", "110"].map(it.alias))
    #expect(it.recorded(.gatherings, "110") == Rational(13, 4))
    #expect(it.recorded(.gatherings, "111") == Rational(2))
    #expect(it.recorded(.gatherings, "112") == Rational(0))
    let event = try #require(it.events.last)
    #expect(event.header.effective == at("2027-05-24 00:00"))
    #expect(event.header.subject == it.alias("110"))
    #expect(try it.latest().date == date("2027-05-24"))
    #expect(it.warnings == [])
  }

  @Test func `everybody is recorded at once but for those who have been already`() throws {
    var it = try Case.inJune()
    try it.accept(RecordAttendance(1, ["111"], days: Rational(1)))
    try it.accept(RecordAttendance(1, all: true))
    #expect(it.facts(AttendanceRecorded.self).map(\.participant) == ["111", "110", "112"].map(it.alias))
    #expect(try it.refused(RecordAttendance(1, all: true)) == ["S2"])
    try it.accept(WithdrawParticipant("110"), as: "110")
    try it.accept(RecordAttendance(2, all: true))
    #expect(it.recorded(.gatherings, "110") == Rational(2))
    #expect(it.recorded(.gatherings, "112") == Rational(4))
  }

  @Test func `either a list or everybody, and each of them once`() throws {
    var it = try Case.inJune()
    #expect(throws: Refusal.invalid(Fault(.expected("at least one participant"), at: ["participants"]))) {
      try it.refused(RecordAttendance(1))
    }
    #expect(throws: Refusal.invalid(Fault(.expected("either everybody or a list"), at: ["participants"]))) {
      try it.refused(RecordAttendance(1, ["110"], all: true))
    }
    #expect(throws: Refusal.invalid(Fault(.expected("each participant once"), at: ["participants", "2"]))) {
      try it.refused(RecordAttendance(1, ["110", "110"]))
    }
    #expect(throws: Refusal.notFound) { try it.refused(RecordAttendance(1, ["999"])) }
  }

  @Test func `a gathering that the programme does not have was attended by nobody`() throws {
    var it = try Case.inJune()
    #expect(try it.refused(RecordAttendance(0, ["110"])) == ["S2"])
    #expect(try it.refused(RecordAttendance(7, ["110"])) == ["S2"])
    var unpublished = try Case.opened()
    let verdict = try unpublished.when(RecordAttendance(1, ["110"]))
    #expect(verdict.findings.map(\.problem.en) == ["The programme has not been published."])
  }

  @Test(arguments: [("2027-08-22 23:59:59", ["S4"]), ("2027-08-23 00:00", [])])
  func `attendance is recorded from the gathering's first day on`(time: String, rules: [String]) throws {
    var it = try Case.inJune()
    #expect(try it.refused(RecordAttendance(3, ["110"]), at: at(time)) == rules)
  }

  private static let amounts: [(Rational, [String])] = [
    (Rational(-1), ["S4"]), (Rational(0), ["S4"]), (Rational(1, 3), ["S4"]), (Rational(1, 4), []), (Rational(2), []),
    (Rational(9, 4), ["S4"]),
  ]

  @Test(arguments: amounts)
  func `no more than the gathering's days, in quarters`(days: Rational, rules: [String]) throws {
    var it = try Case.inJune()
    #expect(try it.refused(RecordAttendance(1, ["110"], days: days)) == rules)
    var corrected = try Case.inJune()
    try corrected.accept(RecordAttendance(1, ["110"], days: Rational(1)))
    #expect(try corrected.refused(CorrectEntry(try corrected.latest(), to: days)) == rules)
  }

  @Test func `only who has a seat attends, until the day of leaving`() throws {
    var it = try Case.inJune()
    #expect(try it.refused(RecordAttendance(1, ["113"])) == ["S2"])
    #expect(try it.refused(RecordAttendance(1, ["110", "113"])) == ["S2"])
    #expect(it.facts(AttendanceRecorded.self) == [])
    var leaving = WithdrawParticipant("110")
    leaving.date = date("2027-05-24")
    try it.accept(leaving)
    try it.accept(RecordAttendance(1, ["110"]))
    #expect(try it.refused(RecordAttendance(2, ["110"])) == ["S2"])
  }

  @Test func `nobody attends the same gathering twice, unless the first record was void`() throws {
    var it = try Case.inJune()
    try it.accept(RecordAttendance(1, ["110"]))
    #expect(try it.refused(RecordAttendance(1, ["110"])) == ["S2"])
    #expect(try it.refused(RecordAttendance(1, ["111", "110"])) == ["S2"])
    try it.accept(VoidEntry(voiding: try it.latest()))
    #expect(it.recorded(.gatherings, "110") == Rational(0))
    try it.accept(RecordAttendance(1, ["110"]))
    #expect(try it.refused(RecordAttendance(1, ["110"])) == ["S2"])
    #expect(it.recorded(.gatherings, "110") == Rational(2))
  }

  @Test func `a gathering at which somebody was does not move`() throws {
    var it = try Case.inJune()
    it.now = at("2027-08-23 12:00")
    var move = RescheduleGathering()
    move.cohort = "2027"
    move.number = 3
    move.starts = LocalTime("2027-08-30T09:00:00")!
    move.ends = LocalTime("2027-08-31T16:00:00")!
    try it.accept(RecordAttendance(3, ["110"]))
    #expect(try it.refused(move) == ["S2"])
    try it.accept(VoidEntry(voiding: try it.latest()))
    try it.accept(move)
    #expect(it.cohort.gathering(3)?.date == date("2027-08-30"))
  }
}
