import TalentDomain
import Testing

struct SeatTests {
  @Test func `a seat is offered to the approved, once, with a last day for the answer`() throws {
    var it = try Case.approved()
    it.now = at("2027-03-16 09:00")
    try it.accept(OfferSeat("110"))
    let fact = try #require(it.facts(SeatOffered.self).first)
    #expect(fact.answerBy == date("2027-03-26"))
    #expect(fact.closes == at("2027-03-27 00:00"))
    #expect(it.cohort.selection.occupied == 1)
    #expect(try it.refused(OfferSeat("110")) == ["S2"])
    #expect(try it.refused(OfferSeat("113")) == ["R9"])
    #expect(try it.refused(OfferSeat("116")) == ["R9"])
  }

  @Test func `nothing is offered before the board has approved`() throws {
    var it = try Case.proposed()
    #expect(try it.refused(OfferSeat("110")) == ["R9"])
    #expect(try it.refused(PromoteReserve(nil)) == ["R9"])
    #expect(try it.refused(PromoteReserve("113")) == ["R9"])
  }

  @Test func `a full cohort offers no further seat, and is not made smaller than it is`() throws {
    var it = try Case.approved()
    try it.accept(OfferSeat("110"))
    try it.accept(OfferSeat("111"))
    #expect(try it.refused(ChangeSeatCount(to: 1)) == ["R1"])
    try it.accept(ChangeSeatCount(to: 2))
    #expect(try it.refused(OfferSeat("112")) == ["R1"])
    try it.accept(ChangeSeatCount(to: 3))
    try it.accept(OfferSeat("112"))
  }

  @Test func `whoever has withdrawn the nomination is offered nothing`() throws {
    var it = try Case.approved()
    try it.accept(WithdrawNomination(of: "112"), as: Staff.chief)
    #expect(try it.refused(OfferSeat("112")) == ["S2"])
    #expect(it.cohort.awaitingOffer == [it.alias("110"), it.alias("111")])
  }

  @Test(arguments: [(-1, []), (0, ["S4"])] as [(Int64, [String])])
  func `an answer counts by the millisecond at which it was received`(offset: Int64, rules: [String]) throws {
    let received = at("2027-03-27 00:00").adding(milliseconds: offset)
    for accepts in [true, false] {
      var it = try Case.offered()
      let late = at("2027-03-27 00:01")
      let found =
        accepts
        ? try it.refused(AcceptSeat("110"), as: "110", at: late, received: received)
        : try it.refused(DeclineSeat("110"), as: "110", at: late, received: received)
      #expect(found == rules)
    }
  }

  @Test(arguments: [("2027-03-26", []), ("2027-03-27", ["S4"]), ("2027-03-31", ["S4"])])
  func `an answer that HR records afterwards counts by the day on which it came`(day: String, rules: [String]) throws {
    var it = try Case.offered()
    it.now = at("2027-03-30 10:00")
    #expect(try it.refused(AcceptSeat("110", arrived: day), as: Staff.hr) == rules)
  }

  @Test func `one's own answer cannot be dated back`() throws {
    var it = try Case.offered()
    it.now = at("2027-03-30 10:00")
    #expect(try it.refused(AcceptSeat("110", arrived: "2027-03-26"), as: "110") == ["S4"])
  }

  @Test func `only the nominee answers, or somebody who may record it`() throws {
    var it = try Case.offered()
    #expect(throws: Refusal.notPermitted) { try it.refused(AcceptSeat("110"), as: "111") }
    #expect(throws: Refusal.notPermitted) { try it.refused(DeclineSeat("110"), as: Staff.leader) }
    try it.accept(AcceptSeat("110"), as: Staff.hr, for: "110")
    #expect(it.cohort.selection.seats[it.alias("110")]?.status == .accepted)
  }

  @Test func `only a live offer is answered`() throws {
    var it = try Case.offered()
    #expect(try it.refused(AcceptSeat("111"), as: "111") == ["S2"])
    try it.accept(DeclineSeat("110", reason: "Jeg har fået et andet arbejde."), as: "110")
    #expect(it.cohort.selection.occupied == 0)
    #expect(it.sealed(LeavingReason.self).count == 1)
    #expect(try it.refused(AcceptSeat("110"), as: "110") == ["S2"])
    #expect(try it.refused(DeclineSeat("110"), as: "110") == ["S2"])
    #expect(try it.refused(LapseSeatOffer("110")) == ["S2"])
    #expect(try it.refused(OfferSeat("110")) == ["S2"])
  }

  @Test func `an offer lapses once its last day is over`() throws {
    var it = try Case.offered()
    let midnight = at("2027-03-27 00:00")
    #expect(try it.refused(LapseSeatOffer("110"), at: midnight.adding(milliseconds: -1)) == ["S4"])
    try it.accept(LapseSeatOffer("110"), at: midnight)
    #expect(it.cohort.selection.seats[it.alias("110")]?.status == .lapsed)
    #expect(it.cohort.selection.occupied == 0)
    #expect(try it.refused(AcceptSeat("110", arrived: "2027-03-26")) == ["S2"])
  }

  @Test func `a participant may leave, and then the seat is vacant`() throws {
    var it = try Case.seated()
    #expect(try it.refused(WithdrawParticipant("113"), as: "113") == ["S2"])
    #expect(throws: Refusal.notPermitted) { try it.refused(WithdrawParticipant("110"), as: "111") }
    try it.accept(WithdrawParticipant("110"), as: "110")
    #expect(it.cohort.selection.occupied == 2)
    #expect(try it.refused(WithdrawParticipant("110"), as: "110") == ["S2"])
  }

  @Test func `only the board promises a seat in the next cohort`() throws {
    var it = try Case.seated()
    #expect(try it.refused(DeferParticipation("110", seatNextCohort: true)) == ["R9"])
    try it.accept(DeferParticipation("110", seatNextCohort: true), as: Staff.secretary, for: Staff.board[0])
    try it.accept(DeferParticipation("111"))
    #expect(it.cohort.selection.seatsNextCohort == [it.alias("110")])
    #expect(it.cohort.selection.occupied == 1)
    #expect(try it.refused(DeferParticipation("110")) == ["S2"])
  }
}

extension Case {
  /// With 110 offered a seat on 16 March, to be answered by the 26th.
  static func offered() throws -> Case {
    var it = try approved()
    it.now = at("2027-03-16 09:00")
    try it.accept(OfferSeat("110"))
    return it
  }
}
