import TalentDomain
import Testing

struct ReserveTests {
  @Test func `the best placed of the reserve is promoted to a vacant seat`() throws {
    var it = try Case.seated()
    #expect(try it.refused(PromoteReserve(nil)) == ["R1"])
    try it.accept(WithdrawParticipant("110"), as: "110")
    #expect(try it.refused(PromoteReserve("114")) == ["R9"])
    #expect(try it.refused(PromoteReserve("116")) == ["R9"])
    try it.accept(PromoteReserve(nil))
    #expect(it.facts(ReservePromoted.self).map(\.nominee) == [it.alias("113")])
    let seat = try #require(it.cohort.selection.seats[it.alias("113")])
    #expect(seat.status == .offered)
    #expect(seat.promoted)
    #expect(it.cohort.selection.reserve == [it.alias("114")])
    #expect(try it.refused(PromoteReserve("114")) == ["R1"])
  }

  @Test func `the next in reserve follows when the first declines, until nobody is left`() throws {
    var it = try Case.seated()
    try it.accept(WithdrawParticipant("110"), as: "110")
    try it.accept(PromoteReserve(nil))
    try it.accept(DeclineSeat("113"), as: "113")
    try it.accept(PromoteReserve("114"))
    try it.accept(DeclineSeat("114"), as: "114")
    #expect(try it.refused(PromoteReserve(nil)) == ["R9"])
  }

  @Test func `those selected who await their offer go before the reserve`() throws {
    var it = try Case.approved()
    try it.accept(OfferSeat("110"))
    try it.accept(DeclineSeat("110"), as: "110")
    #expect(it.cohort.selection.occupied == 0)
    // Two of the three seats are for 111 and 112, one is vacant.
    try it.accept(PromoteReserve(nil))
    #expect(try it.refused(PromoteReserve(nil)) == ["R1"])
  }

  @Test func `whoever in reserve has withdrawn is passed by`() throws {
    var it = try Case.seated()
    try it.accept(WithdrawParticipant("110"), as: "110")
    try it.accept(WithdrawNomination(of: "113"), as: Staff.chief)
    #expect(it.cohort.reserveLeft == [it.alias("114")])
    #expect(try it.refused(PromoteReserve("113")) == ["R9"])
    try it.accept(PromoteReserve("114"))
  }

  @Test(arguments: [("2027-05-23 23:59:59", []), ("2027-05-24 00:00", ["R9"])])
  func `nobody joins from the second gathering on`(time: String, rules: [String]) throws {
    var it = try Case.seated()
    try it.accept(WithdrawParticipant("110"), as: "110")
    #expect(try it.refused(PromoteReserve(nil), at: at(time)) == rules)
  }

  @Test func `a place in the reserve ends with a letter once the second gathering has begun`() throws {
    var it = try Case.seated()
    #expect(try it.refused(LapseReserve("116")) == ["S2"])
    #expect(try it.refused(LapseReserve("113"), at: at("2027-05-23 23:59:59")) == ["S2"])
    try it.accept(LapseReserve("113"), at: at("2027-05-24 00:00"))
    #expect(it.cohort.selection.notified[it.alias("113")] == date("2027-06-07"))
    #expect(it.cohort.selection.reserve == [it.alias("114")])
    #expect(it.sealed(RefusalLetter.self).count == 1)
    #expect(try it.refused(LapseReserve("113")) == ["S2"])
  }

  @Test func `HR may end the reserve before its time, and says so`() throws {
    var it = try Case.seated()
    try it.accept(LapseReserve("114", early: true))
    #expect(it.facts(ReserveLapsed.self).map(\.early) == [true])
    try it.accept(GiveFeedback("114"), as: Staff.leader)
  }
}
