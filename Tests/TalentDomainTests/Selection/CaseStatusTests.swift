import TalentDomain
import Testing

struct CaseStatusTests {
  @Test func `until the offer or the letter everybody outside the decision reads under consideration`() throws {
    var it = try Case.ranked(rejected: [Staff.formerLeader: .formerLeader])
    it.expect("110", .eligible, embargoed: .underConsideration)
    it.expect(Staff.formerLeader, .ineligible, embargoed: .underConsideration)
    #expect(it.cohort.status(of: it.alias("130"), embargoed: false) == nil)

    try it.accept(ProposeSelection(["110", "111", "112"], reserve: ["113", "114"]))
    it.expect("110", .eligible, embargoed: .underConsideration)

    try it.accept(it.approval(), as: Staff.board[0])
    it.expect("110", .selected, embargoed: .underConsideration)
    it.expect("113", .reserve, embargoed: .underConsideration)
    it.expect("115", .notSelected, embargoed: .underConsideration)

    try it.accept(OfferSeat("110"))
    try it.accept(NotifyNonSelection("115"))
    it.expect("110", .offered, embargoed: .offered)
    it.expect("115", .told, embargoed: .told)
    it.expect("111", .selected, embargoed: .underConsideration)

    try it.accept(AcceptSeat("110"), as: "110")
    it.expect("110", .accepted, embargoed: .accepted)
    try it.accept(WithdrawParticipant("110"), as: "110")
    it.expect("110", .left, embargoed: .left)

    try it.accept(LapseReserve("114", early: true))
    it.expect("114", .told, embargoed: .told)
    try it.accept(WithdrawNomination(of: "116"), as: Staff.chief)
    it.expect("116", .withdrawn, embargoed: .withdrawn)
  }

  @Test func `a form that was refused keeps its own status, even beside a live one`() throws {
    var it = try Case.ranked()
    try it.when(SubmitNomination(of: "110"), as: Staff.chief)
    let refused = try #require(it.cohort.nominations.forms.values.first { $0.status == .refused })
    #expect(it.cohort.status(of: refused, embargoed: true) == .refused)
    it.expect("110", .eligible, embargoed: .underConsideration)
  }
}

extension Case {
  fileprivate func expect(
    _ number: String, _ status: CaseStatus, embargoed: CaseStatus, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(cohort.status(of: alias(number), embargoed: false) == status, sourceLocation: sourceLocation)
    #expect(cohort.status(of: alias(number), embargoed: true) == embargoed, sourceLocation: sourceLocation)
  }
}
