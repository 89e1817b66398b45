import TalentDomain
import Testing

/// What the board may change for all alike: the deadline, and the number of seats.
struct BoardDecisionTests {
  @Test func `the deadline is extended for all alike, with the board's ground sealed`() throws {
    var it = try Case.opened()
    try it.accept(extend("2027-03-08", "Vinterferie"), as: Staff.secretary, at: at("2027-03-02"))
    #expect(it.cohort.setup.deadline == date("2027-03-08"))
    #expect(it.cohort.setup.closes == Instant("2027-03-08T23:00:00.000Z"))
    #expect(it.sealed(BoardGround.self) == [BoardGround("Vinterferie")])
    #expect(it.events.last?.sealed.map(\.subject) == [.organisation])
  }

  @Test(arguments: [
    ("2027-03-01", "2027-02-01"), ("2027-02-28", "2027-02-01"), ("2027-04-06", "2027-02-01"),
    ("2027-03-08", "2027-03-09"),
  ])
  func `a deadline moves to a later day that has not passed, before MBTI`(_ deadline: String, _ today: String) throws {
    var it = try Case.opened()
    #expect(try it.refused(extend(deadline), at: at("\(today) 00:00")) == ["S4"])
    #expect(it.cohort.setup.deadline == date("2027-03-01"))
  }

  @Test func `a deadline may still be today, and the day before MBTI`() throws {
    var it = try Case.opened()
    try it.accept(extend("2027-03-08"), at: at("2027-03-08 23:59:59"))
    try it.accept(extend("2027-04-05"))
  }

  @Test func `the deadline stands once somebody has scored`() throws {
    var it = try Case.opened()
    it.cohort.assessment.firstScore = 99
    #expect(try it.refused(extend("2027-03-08")) == ["S2"])
  }

  @Test func `seats are never fewer than are taken or offered`() throws {
    var it = try Case.opened()
    for (index, status) in [SeatState.Status.accepted, .offered, .declined, .withdrawn, .lapsed].enumerated() {
      it.cohort.selection.seats[it.alias("11\(index)")] = SeatState(
        status: status, answerBy: date("2027-04-01"), closes: at("2027-04-02 00:00"), promoted: false, position: 99)
    }
    #expect(try it.refused(seats(1)) == ["R1"])
    try it.accept(seats(2))
    #expect(it.cohort.setup.seats == 2)
    #expect(try it.accept(seats(2)).isEmpty)
    #expect(try it.refused(seats(301)) == ["S4"])
    #expect(try it.refused(seats(0)) == ["R1", "S4"])
  }

  private func extend(_ deadline: String, _ ground: Text? = nil) -> ExtendDeadline {
    var command = ExtendDeadline()
    command.cohort = "2027"
    command.deadline = date(deadline)
    command.ground = ground
    return command
  }

  private func seats(_ seats: Int) -> ChangeSeatCount {
    var command = ChangeSeatCount()
    command.cohort = "2027"
    command.seats = seats
    return command
  }
}
