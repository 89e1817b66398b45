import TalentDomain
import Testing

struct InternshipTests {
  @Test(arguments: [Staff.leader, Staff.chief, Staff.deputy, Staff.otherChief, Staff.otherDeputy])
  func `the host leads`(host: String) throws {
    var it = try Case.underWay()
    try it.accept(AgreeInternship("110", with: host), as: "110")
    #expect(it.facts(InternshipAgreed.self).map(\.leads) == [true])
  }

  @Test(arguments: ["210", "111", "110", Staff.formerLeader])
  func `a host who is no leader is refused, also one who has been`(host: String) throws {
    var it = try Case.underWay()
    #expect(try it.refused(AgreeInternship("110", with: host), as: "110") == ["R16"])
  }

  @Test func `participant, host or the HR Centre records the agreement`() throws {
    var it = try Case.underWay()
    let command = AgreeInternship("110", with: Staff.otherChief)
    for actor in ["110", Staff.otherChief, Staff.hr] { try it.accept(command, as: actor) }
    for other in ["111", Staff.leader] {
      #expect(throws: Refusal.notPermitted) { try it.refused(command, as: other) }
    }
    #expect(try it.refused(AgreeInternship("113", with: Staff.otherChief)) == ["S2"])
  }

  @Test func `an agreement ends after it begins, and is of some half days`() throws {
    var it = try Case.underWay()
    let host = Staff.otherChief
    #expect(try it.refused(AgreeInternship("110", with: host, from: "2028-01-12", to: "2028-01-11")) == ["S4"])
    try it.accept(AgreeInternship("110", with: host, from: "2028-01-12", to: "2028-01-12", days: Rational(1, 2)))
    for days in [
      Rational(0), Rational(-1), Rational(1, 4), Rational(21, 2), Rational(Rational.limit),
      Rational(1, Rational.limit),
    ] {
      #expect(try it.refused(AgreeInternship("110", with: host, days: days)) == ["S4"], "\(days.text)")
    }
    // More or less than the two or three that are expected is a matter of the ledger alone.
    try it.accept(AgreeInternship("110", with: host, days: Rational(10)))
  }

  @Test func `a day needs an agreement`() throws {
    var it = try Case.internship()
    try it.accept(LogInternshipDay("110", "2028-01-11"), as: "110")
    #expect(try it.refused(LogInternshipDay("111", "2028-01-11"), as: "111") == ["S2"])
    #expect(it.deviations == [])
  }

  @Test func `a second day on a date is refused`() throws {
    var it = try Case.internship()
    let half = LogInternshipDay("110", "2028-01-11", Rational(1, 2))
    try it.accept(half, as: "110")
    #expect(try it.refused(half, as: "110") == ["S2"])
    #expect(try it.refused(LogInternshipDay("110", "2028-01-11"), as: Staff.otherChief) == ["S2"])
    // Of somebody else it is the first.
    try it.accept(AgreeInternship("111", with: Staff.otherChief))
    try it.accept(LogInternshipDay("111", "2028-01-11"), as: "111")
  }

  @Test func `a correction moves no day onto another`() throws {
    var it = try Case.internship()
    try it.accept(LogInternshipDay("110", "2028-01-11"), as: "110")
    try it.accept(LogInternshipDay("110", "2028-01-12"), as: "110")
    #expect(try it.refused(it.correction(to: "2028-01-11"), as: "110") == ["S2"])
    try it.accept(it.correction(to: "2028-01-13"), as: "110")
    // The same day with another amount is no second one.
    try it.accept(it.correction(Rational(1, 2)), as: "110")
  }

  @Test func `a day that was voided is free again`() throws {
    var it = try Case.internship()
    try it.accept(LogInternshipDay("110", "2028-01-11"), as: "110")
    try it.accept(it.voiding(), as: "110")
    try it.accept(LogInternshipDay("110", "2028-01-11"), as: "110")
  }

  @Test(arguments: [
    Rational(0), Rational(-1), Rational(1, 4), Rational(3, 4), Rational(3, 2), Rational(2), Rational(Rational.limit),
    Rational(1, Rational.limit),
  ])
  func `a day is whole or half`(days: Rational) throws {
    var it = try Case.internship()
    #expect(try it.refused(LogInternshipDay("110", "2028-01-11", days), as: "110") == ["S4"])
    try it.accept(LogInternshipDay("110", "2028-01-11"), as: "110")
    #expect(try it.refused(it.correction(days), as: "110") == ["S4"])
  }

  @Test func `participant, host and the HR Centre record a day, and the host confirms`() throws {
    var it = try Case.internship()
    let command = LogInternshipDay("110", "2028-01-11")
    for other in ["111", Staff.leader] {
      #expect(throws: Refusal.notPermitted) { try it.refused(command, as: other) }
    }
    try it.accept(command, as: "110")
    let entry = try it.lastEntry()
    #expect(entry.counterpart == it.alias(Staff.otherChief))
    try it.accept(ConfirmEntry(entry.id), as: Staff.otherChief)
    try it.accept(LogInternshipDay("110", "2028-01-12"), as: Staff.hr)
    try it.accept(LogInternshipDay("110", "2028-01-13"), as: Staff.otherChief)
    #expect(try it.refused(ConfirmEntry(it.lastEntry().id), as: Staff.otherChief) == ["S2"])
  }

  @Test func `of two agreements a day belongs to the one whose period holds it`() throws {
    var it = try Case.internship()
    try it.accept(AgreeInternship("110", with: Staff.leader, from: "2028-01-03", to: "2028-01-05"))
    for (day, host) in [("2028-01-11", Staff.otherChief), ("2028-01-04", Staff.leader)] {
      try it.accept(LogInternshipDay("110", day), as: "110")
      #expect(try it.lastEntry().counterpart == it.alias(host))
    }
  }

  @Test(
    arguments: [
      ("2027-12-31", [.month]), ("2028-01-01", []), ("2028-01-31", []), ("2028-02-01", [.month]),
      ("2028-02-02", [.month]),
    ] as [(String, [DeviationKind])])
  func `a day outside January of the year after kick-off warns, and is recorded`(
    day: String, expected: [DeviationKind]
  ) throws {
    var it = try Case.internship()
    it.now = at("2028-02-10 12:00")
    try it.accept(LogInternshipDay("110", day), as: "110")
    #expect(it.deviations == expected)
    #expect(it.facts(DeviationFlagged.self).map(\.rule) == expected.map { _ in "R16" })
  }

  @Test func `a fourth day warns, and is recorded`() throws {
    var it = try Case.internship()
    for day in 11...14 { try it.accept(LogInternshipDay("110", "2028-01-\(day)"), as: "110") }
    #expect(it.deviations == [.aboveRange])
    #expect(it.facts(InternshipDayLogged.self).count == 4)
  }

  @Test func `a day to come is not recorded`() throws {
    var it = try Case.internship()
    #expect(try it.refused(LogInternshipDay("110", "2028-02-01"), as: "110") == ["S4"])
  }
}
