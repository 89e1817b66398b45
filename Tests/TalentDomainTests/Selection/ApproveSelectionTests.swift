import TalentDomain
import Testing

struct ApproveSelectionTests {
  @Test func `a member of the board approves the exact proposal`() throws {
    let it = try Case.approved()
    let fact = try #require(it.facts(SelectionApproved.self).first)
    #expect(fact.member == it.alias(Staff.board[0]))
    #expect(fact.members == [it.alias(Staff.board[0]), it.alias(Staff.board[1])])
    #expect(fact.present.count == 3)
    #expect(it.cohort.selection.approved == it.events.count - 1)
    #expect(it.cohort.selection.proposal?.status == .approved)
    #expect(it.cohort.selection.reserve == [it.alias("113"), it.alias("114")])
    #expect(it.sealed(MinutesReference.self).map(\.journal) == ["00.22.04-A00-1-27"])
  }

  @Test func `the secretary records on behalf of a member who was present, and the event names both`() throws {
    var it = try Case.proposed()
    #expect(try it.refused(it.approval(), as: Staff.secretary) == ["R9"])
    #expect(try it.refused(it.approval(), as: Staff.secretary, for: Staff.board[2]) == ["R9"])
    try it.accept(it.approval(), as: Staff.secretary, for: Staff.board[1])
    let header = try #require(it.events.last?.header)
    #expect(header.actor == it.alias(Staff.secretary))
    #expect(header.behalf == it.alias(Staff.board[1]))
    #expect(it.facts(SelectionApproved.self)[0].member == it.alias(Staff.board[1]))
  }

  @Test func `minutes that name nobody approve nothing`() throws {
    var it = try Case.proposed()
    var command = it.approval()
    command.present = []
    #expect(try it.refused(command, as: Staff.board[0]) == ["R9"])
    command.present = [PersonRef(Staff.board[1])]
    #expect(try it.refused(command, as: Staff.board[0]) == ["R9"])
    command.present = [PersonRef(Staff.hr)]
    #expect(try it.refused(command, as: Staff.otherHR) == ["R9"])
  }

  @Test func `a superseded proposal is approved by nobody`() throws {
    var it = try Case.proposed()
    let stale = it.approval()
    try it.accept(ProposeSelection(["110", "111", "112"], reserve: ["113"]))
    #expect(try it.refused(stale, as: Staff.board[0]) == ["R9"])
    try it.accept(it.approval(), as: Staff.board[0])
  }

  @Test func `nobody approves or records what they proposed`() throws {
    var it = try Case.ranked()
    try it.accept(
      ProposeSelection(["110", "111", "112"]), as: Staff.otherHR, for: Staff.board[0])
    #expect(try it.refused(it.approval(), as: Staff.board[0]) == ["R9"])
    #expect(try it.refused(it.approval(), as: Staff.otherHR, for: Staff.board[1]) == ["R9"])
    #expect(try it.refused(it.approval(), as: Staff.secretary, for: Staff.board[0]) == ["R9"])
    try it.accept(it.approval(), as: Staff.board[1])
  }

  @Test func `nobody approves or records where they scored`() throws {
    var it = try Case.proposed()
    try it.grant(.board, to: [Staff.assessors[0], Staff.assessors[2]])
    var command = it.approval()
    command.present += [PersonRef(Staff.assessors[0]), PersonRef(Staff.assessors[2])]
    #expect(try it.refused(command, as: Staff.assessors[0]) == ["R9"])
    #expect(try it.refused(command, as: Staff.assessors[1], for: Staff.board[0]) == ["R9"])
    // An assessor who was never assigned has scored nobody.
    try it.accept(command, as: Staff.assessors[2])
  }

  @Test func `nobody approves a seat for those they lead`() throws {
    var it = try Case.proposed()
    try it.grant(.board, to: [Staff.leader])
    var command = it.approval()
    command.present.append(PersonRef(Staff.leader))
    #expect(try it.refused(command, as: Staff.leader) == ["R19"])
    #expect(try it.refused(command, as: Staff.secretary, for: Staff.leader) == ["R19"])
    // That an impartial member's decision is typed in by somebody else makes that member no less impartial.
    try it.accept(command, as: Staff.leader, for: Staff.board[0])
  }

  @Test func `there is something to approve, and it is approved once`() throws {
    var it = try Case.ranked()
    #expect(try it.refused(it.approval(), as: Staff.board[0]) == ["S2"])
    try it.accept(ProposeSelection(["110", "111", "112"]))
    try it.accept(it.approval(), as: Staff.board[0])
    #expect(try it.refused(it.approval(), as: Staff.board[0]) == ["S2"])
    #expect(try it.refused(it.returning(), as: Staff.board[0]) == ["S2"])
  }

  @Test(arguments: [("2027-03-09", ["S4"]), ("2027-03-10", []), ("2027-03-12", []), ("2027-03-13", ["S4"])])
  func `the meeting lies between the proposal and today`(day: String, rules: [String]) throws {
    var it = try Case.proposed()
    it.now = at("2027-03-12 08:00")
    var command = it.approval()
    command.meeting.date = date(day)
    #expect(try it.refused(command, as: Staff.board[0]) == rules)
  }

  @Test func `an approval takes effect on the day of the meeting`() throws {
    var it = try Case.proposed()
    var command = it.approval()
    it.now = at("2027-03-12 08:00")
    command.meeting.date = date("2027-03-11")
    try it.accept(command, as: Staff.board[0])
    #expect(it.events.last?.header.effective == at("2027-03-11 00:00"))
    #expect(it.events.last?.header.recorded == at("2027-03-12 08:00"))
  }

  @Test func `the board may return a proposal, and then HR proposes again`() throws {
    var it = try Case.proposed()
    #expect(try it.refused(it.returning(), as: Staff.hr) == ["R9"])
    try it.accept(it.returning(), as: Staff.secretary, for: Staff.board[2])
    #expect(it.cohort.selection.proposal?.status == .returned)
    #expect(try it.refused(it.approval(), as: Staff.board[0]) == ["S2"])
    #expect(it.sealed(ReturnReasons.self).count == 1)
    try it.accept(ProposeSelection(["110", "111", "112"], reserve: ["113", "114"]))
    try it.accept(it.approval(), as: Staff.board[0])
  }

  @Test func `a stale proposal cannot be returned`() throws {
    var it = try Case.proposed()
    let stale = it.returning()
    try it.accept(ProposeSelection(["110", "111", "112"]))
    #expect(try it.refused(stale, as: Staff.board[0]) == ["R9"])
  }

  @Test func `a ranking that no longer holds is not what the proposal rests on`() throws {
    var it = try Case.proposed()
    try it.accept(WithdrawNomination(of: "116"), as: Staff.chief)
    try it.accept(ComputeRanking.of2027)
    #expect(try it.refused(it.approval(), as: Staff.board[0]) == ["R9"])
  }

  @Test func `a note is put on a case, or on the cohort`() throws {
    var it = try Case.proposed()
    var note = RecordCaseNote()
    note.cohort = "2027"
    note.text = "Telefonsamtale med lederen."
    note.nominee = PersonRef("110")
    note.date = date("2027-03-08")
    try it.accept(note)
    #expect(it.events.last?.sealed.map(\.subject) == [it.person("110")])
    #expect(it.events.last?.header.effective == at("2027-03-08 00:00"))
    note.nominee = nil
    note.date = nil
    try it.accept(note)
    #expect(it.events.last?.sealed.map(\.subject) == [.organisation])
    #expect(it.cohort.selection.caseNotes == 2)
    note.date = date("2027-03-11")
    #expect(try it.refused(note) == ["S4"])
  }
}

extension Case {
  fileprivate func returning() -> ReturnSelection {
    var command = ReturnSelection()
    command.cohort = "2027"
    command.proposal = cohort.selection.proposal?.digest ?? directory.digest([])
    command.reasons = "Direktionen savner spredning."
    return command
  }
}
