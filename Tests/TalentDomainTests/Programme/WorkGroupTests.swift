import TalentDomain
import Testing

struct WorkGroupTests {
  @Test func `groups are numbered as they are formed`() throws {
    var it = try Case.grouped()
    try it.accept(ChangeSeatCount(to: 5))
    for number in ["113", "114"] {
      try it.accept(PromoteReserve(number), at: at("2027-05-20 12:00"))
      try it.accept(AcceptSeat(number), as: number)
    }
    try it.accept(FormWorkGroup(["112", "113"]), at: at("2027-06-15 13:00"))
    let groups = it.cohort.programme.workGroups.groups
    #expect(groups.map(\.number) == [1, 2])
    #expect(groups.map(\.members) == [["110", "111"].map(it.alias), ["112", "113"].map(it.alias)])
    #expect(groups.map(\.task) == ["Overgangen fra børnehave til skole", "Overgangen fra børnehave til skole"])
    #expect(groups[0].id != groups[1].id)
    try it.accept(JoinWorkGroup(2, ["114"]))
    #expect(it.cohort.programme.workGroups.group(of: it.alias("114"))?.number == 2)
  }

  @Test func `a group has at least two, each of them once`() throws {
    var it = try Case.inJune()
    #expect(try it.refused(FormWorkGroup(["110"])) == ["S4"])
    #expect(throws: Refusal.invalid(Fault(.expected("at least one participant"), at: ["participants"]))) {
      try it.refused(FormWorkGroup([]))
    }
    #expect(throws: Refusal.invalid(Fault(.expected("each participant once"), at: ["participants", "2"]))) {
      try it.refused(FormWorkGroup(["110", "110"]))
    }
  }

  @Test func `nobody is in two groups, and only participants are in one`() throws {
    var it = try Case.grouped()
    #expect(try it.refused(FormWorkGroup(["111", "112"])) == ["S2"])
    #expect(try it.refused(FormWorkGroup(["112", "113"])) == ["S2"])
    #expect(try it.refused(JoinWorkGroup(1, ["110"])) == ["S2"])
    #expect(try it.refused(JoinWorkGroup(1, ["113"])) == ["S2"])
    #expect(try it.refused(JoinWorkGroup(2, ["112"])) == ["S2"])
    try it.accept(JoinWorkGroup(1, ["112"]))
    #expect(it.cohort.programme.workGroups.groups.map(\.members) == [["110", "111", "112"].map(it.alias)])
    #expect(try it.refused(JoinWorkGroup(1, ["112"])) == ["S2"])
  }

  @Test func `a meeting counts for those present, by default for all who still take part`() throws {
    var it = try Case.grouped()
    try it.accept(JoinWorkGroup(1, ["112"]))
    try it.accept(HoldWorkGroupMeeting(1, Rational(1, 2), present: ["110", "112"]))
    try it.accept(HoldWorkGroupMeeting(1, Rational(3, 4)))
    try it.accept(WithdrawParticipant("110"), as: "110")
    try it.accept(HoldWorkGroupMeeting(1))
    let facts = it.facts(WorkGroupMeetingHeld.self)
    #expect(facts.map(\.number) == [1, 2, 3])
    #expect(
      facts.map(\.present) == [["110", "112"], ["110", "111", "112"], ["111", "112"]].map { $0.map(it.alias) })
    #expect(it.recorded(.workGroups, "110") == Rational(5, 4))
    #expect(it.recorded(.workGroups, "111") == Rational(7, 4))
    #expect(it.recorded(.workGroups, "112") == Rational(9, 4))
    #expect(it.events.last?.header.subject == nil)
    #expect(it.events.last?.header.effective == at("2027-06-10 00:00"))
    #expect(it.warnings == [])
  }

  @Test func `only members were present`() throws {
    var it = try Case.grouped()
    #expect(try it.refused(HoldWorkGroupMeeting(1, present: ["110", "112"])) == ["S2"])
    #expect(try it.refused(HoldWorkGroupMeeting(2)) == ["S2"])
    #expect(try it.refused(HoldWorkGroupMeeting(1, on: "2027-06-16")) == ["S4"])
    #expect(try it.refused(HoldWorkGroupMeeting(1, Rational(0))) == ["S4"])
    for number in ["110", "111"] { try it.accept(WithdrawParticipant(number), as: number) }
    #expect(try it.refused(HoldWorkGroupMeeting(1)) == ["S2"])
    try it.accept(HoldWorkGroupMeeting(1, present: ["110"]))
    #expect(try it.refused(HoldWorkGroupMeeting(1, on: "2027-06-15", present: ["110"])) == ["S2"])
  }

  @Test func `a member or HR records the meeting; to others there is no group`() throws {
    var it = try Case.grouped()
    try it.accept(HoldWorkGroupMeeting(1), as: "111")
    try it.accept(HoldWorkGroupMeeting(1), as: Staff.hr, for: "110")
    #expect(throws: Refusal.notFound) { try it.refused(HoldWorkGroupMeeting(1), as: "112") }
    #expect(throws: Refusal.notFound) { try it.refused(HoldWorkGroupMeeting(2), as: "110") }
    for other in ["112", "999"] {
      #expect(throws: Refusal.notFound) {
        try it.refused(HoldWorkGroupMeeting(1, present: ["110", other]), as: "110")
      }
    }
  }

  private static let lengths: [(Rational, [DeviationKind])] = [
    (Rational(1, 4), [.length, .length]), (Rational(1, 2), []), (Rational(1), []),
    (Rational(5, 4), [.length, .length]),
  ]

  @Test(arguments: lengths)
  func `a meeting of half a day to a day is usual; another length warns each who was there`(
    days: Rational, warnings: [DeviationKind]
  ) throws {
    var it = try Case.grouped()
    try it.accept(HoldWorkGroupMeeting(1, days))
    #expect(it.warnings == warnings)
    let flagged = it.facts(DeviationFlagged.self)
    #expect(Set(flagged.map(\.participant)) == Set(warnings.isEmpty ? [] : ["110", "111"].map(it.alias)))
    #expect(flagged.allSatisfy { $0.rule == "R14" })
  }

  /// The gatherings are of two days each, the first on 26 April, the second on 24 May, the last on 31 January.
  private static let days: [(String, Bool)] = [
    ("2027-04-25", true), ("2027-04-26", true), ("2027-04-27", true), ("2027-04-28", false), ("2027-05-23", false),
    ("2027-05-24", true), ("2027-05-25", true), ("2027-05-26", false), ("2028-01-30", false), ("2028-01-31", true),
    ("2028-02-01", true), ("2028-02-02", true),
  ]

  @Test(arguments: days)
  func `a meeting lies between two gatherings; elsewhere it warns`(day: String, warns: Bool) throws {
    var it = try Case.grouped()
    it.now = at("2028-02-10 12:00")
    try it.accept(HoldWorkGroupMeeting(1, on: day, present: ["110"]))
    #expect(it.warnings == (warns ? [.outsideGatherings] : []))
    #expect(it.facts(DeviationFlagged.self).allSatisfy { $0.rule == "R18" })
  }

  @Test func `a sixth meeting warns each who was there, as long as the group has met six times`() throws {
    var it = try Case.grouped()
    it.now = at("2028-01-10 12:00")
    for day in 1...5 { try it.accept(HoldWorkGroupMeeting(1, on: "2027-06-0\(day)", Rational(1, 2))) }
    #expect(it.warnings == [])
    try it.accept(HoldWorkGroupMeeting(1, on: "2027-06-15", Rational(1, 2), present: ["111"]))
    #expect(it.warnings == [.meetings])
    let flagged = try #require(it.cohort.programme.deviations.first)
    #expect(flagged.participant == it.alias("111"))
    #expect(it.cohort.stands(flagged, on: date("2028-01-10")))
    let first = try #require(it.facts(WorkGroupMeetingHeld.self).first?.entry)
    try it.accept(VoidEntry(first, from: ("2027-06-01", Rational(1, 2))))
    #expect(!it.cohort.stands(flagged, on: date("2028-01-10")))
  }

  @Test func `more than nine days in all warn once, and are never refused`() throws {
    var it = try Case.grouped()
    it.now = at("2028-01-10 12:00")
    for day in 1...8 { try it.accept(LogIndividualWork("110", on: "2027-06-0\(day)"), as: "110") }
    try it.accept(HoldWorkGroupMeeting(1, present: ["110"]))
    #expect(it.recorded(.workGroups, "110") == Rational(9))
    #expect(it.warnings == [])
    try it.accept(LogIndividualWork("110", on: "2027-06-09", Rational(1, 4)))
    try it.accept(LogIndividualWork("110", on: "2027-06-11"))
    #expect(it.warnings == [.aboveRange])
  }

  @Test func `individual work is one's own, or recorded by HR`() throws {
    var it = try Case.inJune()
    try it.accept(LogIndividualWork("110", Rational(3, 4)), as: "110")
    try it.accept(LogIndividualWork("111"), as: Staff.hr, for: "111")
    try it.accept(LogIndividualWork("112"))
    #expect(it.facts(IndividualWorkLogged.self).map(\.days) == [Rational(3, 4), Rational(1), Rational(1)])
    #expect(it.events.last?.header.subject == it.alias("112"))
    for other in ["111", "999"] {
      #expect(throws: Refusal.notFound) { try it.refused(LogIndividualWork(other), as: "110") }
    }
    #expect(try it.refused(LogIndividualWork("110", on: "2027-06-16"), as: "110") == ["S4"])
    #expect(try it.refused(LogIndividualWork("110", Rational(1, 3)), as: "110") == ["S4"])
    #expect(try it.refused(LogIndividualWork("113"), as: "113") == ["S2"])
  }
}
