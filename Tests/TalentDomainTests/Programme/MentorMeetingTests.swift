import TalentDomain
import Testing

struct MentorMeetingTests {
  @Test func `each of the two agrees to confidentiality, once`() throws {
    var it = try Case.matched()
    let command = AgreeConfidentiality(of: "110")
    for other in [Staff.hr, "111", Staff.leader] {
      #expect(throws: Refusal.notPermitted) { try it.refused(command, as: other) }
    }
    try it.accept(command, as: "110")
    #expect(try it.refused(command, as: "110") == ["S2"])
    try it.accept(command, as: Staff.hr, for: Staff.otherChief)
    #expect(try it.refused(command, as: Staff.otherChief) == ["S2"])
    #expect(it.facts(ConfidentialityAgreed.self).map(\.by) == [.participant, .mentor])
  }

  @Test func `without a live match there is nothing to agree to`() throws {
    var it = try Case.matched()
    #expect(try it.refused(AgreeConfidentiality(of: "111"), as: "111") == ["S2"])
    try it.accept(EndMentorMatch(of: "110"))
    #expect(try it.refused(AgreeConfidentiality(of: "110"), as: "110") == ["S2"])
    #expect(throws: Refusal.notPermitted) { try it.refused(AgreeConfidentiality(of: "110"), as: Staff.otherChief) }
  }

  @Test(arguments: [("2027-05-02", ["S4"]), ("2027-05-03", []), ("2027-05-12", []), ("2027-05-13", ["S4"])])
  func `confidentiality is agreed between the match and today`(day: String, rules: [String]) throws {
    var it = try Case.matched()
    it.now = at("2027-05-12 09:00")
    #expect(try it.refused(AgreeConfidentiality(of: "110", on: day), as: "110") == rules)
  }

  @Test(arguments: [[], ["110"], [Staff.otherChief]])
  func `a meeting before both have agreed to confidentiality is refused`(agreed: [String]) throws {
    var it = try Case.matched()
    for number in agreed { try it.accept(AgreeConfidentiality(of: "110"), as: number) }
    for actor in ["110", Staff.otherChief, Staff.hr] {
      #expect(try it.refused(LogMentorMeeting("110", "2027-05-03"), as: actor) == ["R15"])
    }
    #expect(it.cohort.programme.order.isEmpty)
  }

  @Test(arguments: [("2027-05-09", ["R15"]), ("2027-05-10", []), ("2027-05-11", []), ("2027-05-13", ["S4"])])
  func `a meeting counts by its day, not by when it is recorded`(day: String, rules: [String]) throws {
    var it = try Case.confidential()
    it.now = at("2027-05-12 09:00")
    #expect(try it.refused(LogMentorMeeting("110", day), as: "110") == rules)
  }

  @Test func `a new match needs a new agreement`() throws {
    var it = try Case.confidential()
    try it.accept(EndMentorMatch(of: "110"))
    it.now = at("2027-05-11 09:00")
    try it.accept(MatchMentor("110", with: Staff.otherChief))
    #expect(try it.refused(LogMentorMeeting("110", "2027-05-11"), as: "110") == ["R15"])
    // Of the former match as well, until its last day.
    try it.accept(LogMentorMeeting("110", "2027-05-10"), as: "110")
  }

  @Test func `a meeting lies within the match`() throws {
    var it = try Case.confidential()
    it.now = at("2027-05-20 09:00")
    try it.accept(EndMentorMatch(of: "110", on: "2027-05-15"))
    #expect(try it.refused(LogMentorMeeting("110", "2027-05-16"), as: "110") == ["S2"])
    try it.accept(LogMentorMeeting("110", "2027-05-15"), as: "110")
    #expect(try it.refused(it.correction(to: "2027-05-16"), as: "110") == ["S2"])
    #expect(try it.refused(LogMentorMeeting("111", "2027-05-15"), as: "111") == ["S2"])
  }

  @Test func `a match does not end before its last meeting`() throws {
    var it = try Case.confidential()
    it.now = at("2027-05-20 09:00")
    try it.accept(LogMentorMeeting("110", "2027-05-15"), as: "110")
    #expect(try it.refused(EndMentorMatch(of: "110", on: "2027-05-14")) == ["S2"])
    try it.accept(EndMentorMatch(of: "110", on: "2027-05-15"))
  }

  @Test func `a correction moves no meeting to before confidentiality was agreed`() throws {
    var it = try Case.confidential()
    it.now = at("2027-05-12 09:00")
    try it.accept(LogMentorMeeting("110", "2027-05-12"), as: "110")
    #expect(try it.refused(it.correction(to: "2027-05-09"), as: "110") == ["R15"])
    #expect(try it.refused(it.correction(to: "2027-05-02"), as: "110") == ["R15", "S2"])
    try it.accept(it.correction(to: "2027-05-11"), as: "110")
  }

  @Test func `the two and the HR Centre record a meeting, nobody else`() throws {
    var it = try Case.confidential()
    let command = LogMentorMeeting("110", "2027-05-10")
    for other in ["111", Staff.leader, Staff.chief, Staff.board[0]] {
      #expect(throws: Refusal.notPermitted) { try it.refused(command, as: other) }
    }
    #expect(throws: Refusal.notPermitted) { try it.refused(command, as: Staff.hr, for: "111") }
    for actor in ["110", Staff.otherChief, Staff.hr] { try it.accept(command, as: actor) }
    try it.accept(command, as: Staff.hr, for: "110")
  }

  @Test func `the other of the two confirms`() throws {
    var it = try Case.confidential()
    let command = LogMentorMeeting("110", "2027-05-10")
    for (recorder, counterpart) in [("110", Staff.otherChief), (Staff.otherChief, "110")] {
      try it.accept(command, as: recorder)
      let entry = try it.lastEntry()
      #expect(entry.counterpart == it.alias(Staff.otherChief))
      #expect(try it.refused(ConfirmEntry(entry.id), as: recorder) == ["S2"])
      try it.accept(ConfirmEntry(entry.id), as: counterpart)
    }
  }

  @Test(arguments: [
    (0, false), (-60, false), (50, false), (15, true), (1440, true), (1441, false), (9_007_199_254_740_991, false),
  ])
  func `a meeting is of whole quarters of an hour`(minutes: Int, isTime: Bool) throws {
    var it = try Case.confidential()
    let command = LogMentorMeeting("110", "2027-05-10", minutes: minutes)
    #expect(try it.refused(command, as: "110") == (isTime ? [] : ["S4"]))
  }

  @Test func `nothing of what was said can be recorded`() throws {
    let members = { (shape: RecordShape) in shape.members.map(\.name) }
    #expect(members(LogMentorMeeting.recordShape) == ["cohort", "date", "minutes", "participant"])
    #expect(members(MentorMeetingHeld.recordShape) == ["date", "entry", "hours", "match", "participant"])
    #expect(MentorMeetingHeld.sealed.isEmpty)
  }

  @Test func `more than five hours warns once, and refuses nothing`() throws {
    var it = try Case.confidential()
    for _ in 0..<5 { try it.accept(LogMentorMeeting("110", "2027-05-10"), as: "110") }
    #expect(it.deviations == [])
    for _ in 0..<2 { try it.accept(LogMentorMeeting("110", "2027-05-10", minutes: 90), as: "110") }
    #expect(it.deviations == [.aboveRange])
    #expect(it.cohort.track(.mentor, of: it.alias("110"), on: date("2027-05-10")).recorded == Rational(8))
  }

  @Test func `whoever has left meets no mentor any more`() throws {
    var it = try Case.confidential()
    it.now = at("2027-05-20 09:00")
    try it.accept(WithdrawParticipant("110"), as: "110")
    #expect(try it.refused(LogMentorMeeting("110", "2027-05-19")) == [])
    #expect(try it.refused(LogMentorMeeting("110", "2027-05-20")) == ["S2"])
  }
}
