import TalentDomain
import Testing

struct OpenCohortTests {
  @Test func `forms are late from midnight after the last day, in the cohort's zone`() throws {
    let setup = try Case.opened().cohort.setup
    #expect(setup.closes == Instant("2027-03-01T23:00:00.000Z"))
    #expect(setup.code == "2027")
    #expect(setup.openedOn == date("2027-01-04"))
    #expect(setup.seats == 20)
  }

  @Test func `in summer time the same midnight lies an hour earlier in UTC`() throws {
    var it = try Case.staffed()
    var command: OpenCohort = .cohort2027
    command.deadline = date("2027-04-01")
    try it.accept(command)
    #expect(it.cohort.setup.closes == Instant("2027-04-01T22:00:00.000Z"))
  }

  @Test func `a cohort is opened once`() throws {
    var it = try Case.opened()
    #expect(try it.refused(.cohort2027) == ["S2"])
  }

  @Test(arguments: [
    ("2027-03-01", "2027-04-06", "2027-04-26", true), ("2027-03-01", "2027-03-02", "2027-03-02", true),
    ("2027-03-01", "2027-03-01", "2027-04-26", false), ("2027-03-01", "2027-04-27", "2027-04-26", false),
    ("2027-04-27", "2027-04-06", "2027-04-26", false),
  ])
  func `the deadline lies before MBTI, and MBTI no later than the kick-off`(
    _ deadline: String, _ mbti: String, _ kickOff: String, _ isAllowed: Bool
  ) throws {
    var it = try Case.staffed()
    var command: OpenCohort = .cohort2027
    command.deadline = date(deadline)
    command.mbtiDate = date(mbti)
    command.kickOff = date(kickOff)
    #expect(try it.refused(command) == (isAllowed ? [] : ["S4"]))
  }

  @Test(arguments: [(0, false), (1, true), (300, true), (301, false), (-1, false)])
  func `a cohort has 1 to 300 seats`(_ seats: Int, _ isAllowed: Bool) throws {
    var it = try Case.staffed()
    var command: OpenCohort = .cohort2027
    command.seats = seats
    #expect(try it.refused(command) == (isAllowed ? [] : ["S4"]))
  }

  @Test func `a zone that nobody knows, and a deadline without a next day, are the command's fault`() throws {
    var it = try Case.staffed()
    var command: OpenCohort = .cohort2027
    command.zone = "Europe/Taastrup"
    #expect(throws: Refusal.self) { try it.when(command) }
    command = .cohort2027
    command.deadline = date("9999-12-31")
    #expect(throws: Refusal.self) { try it.when(command) }
    #expect(it.events.allSatisfy { !($0.fact is any CohortFact) })
  }

  @Test func `nobody knows of a cohort that is not open`() throws {
    for type in setupCommands where type != OpenCohort.self {
      var it = try Case.staffed()
      #expect(throws: Refusal.notFound) { try refuse(type, &it) }
    }
  }

  private func refuse<C: CohortCommand>(_ type: C.Type, _ it: inout Case) throws {
    let context = Context(
      person: it.person(Staff.hr), actor: it.alias(Staff.hr), recorded: it.now, received: it.now,
      localDate: date("2027-01-04"), directory: it.directory)
    _ = try decide(C(), it.cohort, it.organisation, context)
  }
}
