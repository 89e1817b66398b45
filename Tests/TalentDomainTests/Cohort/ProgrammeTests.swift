import TalentDomain
import Testing

struct ProgrammeTests {
  @Test func `the programme is published again until its first gathering`() throws {
    var it = try Case.opened()
    #expect(try it.refused(move(1, "2027-04-26")) == ["S2"])
    try it.accept(PublishProgramme(.standard))
    try it.accept(PublishProgramme(.standard), at: at("2027-04-25 23:59:59"))
    #expect(try it.refused(PublishProgramme(.standard), at: at("2027-04-26 00:00")) == ["S2"])
    #expect(it.cohort.setup.gatherings == .standard)
  }

  private static let wrong: [(String, String, @Sendable (inout [Gathering]) -> Void)] = [
    ("R13", "the first gathering is not the kick-off", { $0[0].starts = LocalTime("2027-04-27T09:00:00")! }),
    ("R13", "eleven days", { $0[3].days = Rational(1) }),
    ("R13", "a third of a day", { $0[3].days = Rational(7, 3) }),
    ("R13", "days beyond measure", { $0[3].days = Rational(Rational.limit) }),
    ("S4", "a number left out", { $0[3].number = 9 }),
    ("S4", "an end before the start", { $0[3].ends = $0[3].starts }),
    ("S4", "an overlap with the one before", { $0[3].starts = $0[2].starts }),
  ]

  @Test(arguments: wrong.indices)
  func `a programme that does not fit is refused`(_ index: Int) throws {
    var it = try Case.opened()
    let (rule, name, change) = ProgrammeTests.wrong[index]
    var gatherings: [Gathering] = .standard
    change(&gatherings)
    #expect(try it.refused(PublishProgramme(gatherings)) == [rule], "\(name)")
  }

  @Test func `no gathering at all is no programme`() throws {
    var it = try Case.opened()
    #expect(try it.refused(PublishProgramme([])) == ["R13", "S4"])
  }

  @Test func `the rule set says how many days the gatherings add up to`() throws {
    var it = try Case.opened()
    var command = AdoptRuleSet()
    command.cohort = "2027"
    command.from = date("2027-01-04")
    command.values.gatheringDays = Rational(23, 2)
    command.version = "regler-1"
    try it.accept(command)
    #expect(try it.refused(PublishProgramme(.standard)) == ["R13"])
    var gatherings: [Gathering] = .standard
    gatherings[5].days = Rational(3, 2)
    try it.accept(PublishProgramme(gatherings))
  }

  @Test func `a gathering moves between those before and after it`() throws {
    var it = try Case.prepared()
    try it.accept(move(2, "2027-05-31"))
    #expect(it.cohort.setup.gatherings[1].date == date("2027-05-31"))
    #expect(try it.refused(move(2, "2027-04-27")) == ["S4"])
    #expect(try it.refused(move(2, "2027-08-23")) == ["S4"])
    #expect(try it.refused(move(7, "2028-03-01")) == ["S2"])
    #expect(try it.refused(move(1, "2027-04-27")) == ["R13"])
  }

  @Test func `a gathering may begin when the one before it ends, not a second earlier`() throws {
    var it = try Case.opened()
    var gatherings: [Gathering] = .standard
    gatherings[1].starts = gatherings[0].ends
    try it.accept(PublishProgramme(gatherings))
    gatherings[1].starts = LocalTime("2027-04-27T15:59:59")!
    #expect(try it.refused(PublishProgramme(gatherings)) == ["S4"])
  }

  @Test func `only a gathering that has not begun moves, and not into the past`() throws {
    var it = try Case.prepared()
    #expect(try it.refused(move(2, "2027-05-31"), at: at("2027-05-25 00:00")) == ["S4"])
    #expect(try it.refused(move(3, "2027-05-27"), at: at("2027-05-28 00:00")) == ["S4"])
    try it.accept(move(3, "2027-05-28"))
  }

  private func move(_ number: Int, _ day: String) -> RescheduleGathering {
    var command = RescheduleGathering()
    command.cohort = "2027"
    command.number = number
    command.starts = LocalTime("\(day)T10:00:00")!
    command.ends = LocalTime("\(date(day).adding(days: 1).text)T15:00:00")!
    return command
  }
}
