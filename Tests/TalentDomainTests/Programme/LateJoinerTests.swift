import TalentDomain
import Testing

/// A reserve who moves up after the kick-off.
struct LateJoinerTests {
  /// 110 left on 10 May, 113 joined on 20 May; 15 June.
  private func joined() throws -> Case {
    var it = try Case.underWay()
    try it.accept(WithdrawParticipant("110"), as: "110", at: at("2027-05-10 12:00"))
    try it.accept(PromoteReserve(nil), at: at("2027-05-12 12:00"))
    try it.accept(AcceptSeat("113"), as: "113", at: at("2027-05-20 12:00"))
    it.now = at("2027-06-15 12:00")
    return it
  }

  @Test func `whoever joins late was not at what was held before`() throws {
    var it = try joined()
    let verdict = try it.when(RecordAttendance(1, ["113"]))
    #expect(verdict.rules == ["S2"])
    #expect(verdict.findings.map(\.problem.da) == ["Deltageren havde endnu ingen plads den dag."])
    try it.accept(RecordAttendance(2, ["113"]))
    #expect(try it.refused(LogIndividualWork("113", on: "2027-05-19"), as: "113") == ["S2"])
    try it.accept(LogIndividualWork("113", on: "2027-05-20"), as: "113")
  }

  @Test func `a correction moves nothing to a day without a seat`() throws {
    var it = try joined()
    try it.accept(LogIndividualWork("113", on: "2027-05-24"), as: "113")
    let late = try it.lastEntry().id
    let moved = { CorrectEntry(late, from: ("2027-05-24", Rational(1)), to: ($0, nil)) }
    let early = try it.when(moved("2027-05-19"), as: "113")
    #expect(early.rules == ["S2"])
    #expect(early.findings.map(\.problem.da) == ["Deltageren havde endnu ingen plads den dag."])
    try it.accept(moved("2027-05-20"), as: "113")

    try it.accept(LogIndividualWork("110", on: "2027-05-06"))
    let before = try it.lastEntry().id
    let after = try it.when(CorrectEntry(before, from: ("2027-05-06", Rational(1)), to: ("2027-05-11", nil)))
    #expect(after.rules == ["S2"])
    #expect(after.findings.map(\.problem.da) == ["Deltageren var trådt ud den dag."])
    try it.accept(CorrectEntry(before, from: ("2027-05-06", Rational(1)), to: ("2027-05-07", nil)))
    try it.accept(CorrectEntry(before, from: ("2027-05-07", Rational(1)), to: (nil, Rational(1, 2))))
  }

  @Test func `everybody at the kick-off is everybody who had a seat by then`() throws {
    var it = try joined()
    try it.accept(RecordAttendance(1, all: true))
    #expect(it.facts(AttendanceRecorded.self).map(\.participant) == ["111", "112"].map(it.alias))
    try it.accept(RecordAttendance(2, all: true))
    #expect(it.recorded(.gatherings, "113") == Rational(2))
    #expect(try it.refused(RecordAttendance(1, all: true)) == ["S2"])
  }

  @Test func `a seat taken earlier than it was recorded counts from the day on which it was taken`() throws {
    var it = try Case.underWay()
    try it.accept(WithdrawParticipant("110"), as: "110", at: at("2027-05-10 12:00"))
    try it.accept(PromoteReserve(nil), at: at("2027-05-10 12:00"))
    try it.accept(AcceptSeat("113", arrived: "2027-05-12"), at: at("2027-05-20 12:00"))
    #expect(try it.refused(LogIndividualWork("113", on: "2027-05-11"), as: "113") == ["S2"])
    try it.accept(LogIndividualWork("113", on: "2027-05-12"), as: "113")
  }

  @Test func `the MBTI is made up for, with a word of warning, and completes the track`() throws {
    var it = try joined()
    try it.accept(CompleteMBTIQuestionnaire(["113"], on: "2027-05-25"), as: "113")
    try it.accept(AttendMBTIFeedback(["113"], on: "2027-06-01", makeUp: true))
    #expect(it.facts(MBTIFeedbackAttended.self).map(\.makeUp) == [true])
    #expect(it.warnings == [.late])
    #expect(it.cohort.track(.mbti, of: it.alias("113"), on: date("2027-06-15")).status == .complete)
  }
}
