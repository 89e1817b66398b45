import TalentDomain
import Testing

/// A replay names what was written around the rules, each with its position and its rule, and nothing else.
@Suite(.timeLimit(.minutes(5))) struct ReplayTests {
  @Test func `a replay finds a late form, a false ranking, a recused assessor, a proposer's approval and a 21st seat`()
    async throws
  {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    let world = try World(dates: .cohort2027) { Client(try daemon.connection(), as: $0) }
    try world.build(to: .scored)
    var planted: [Int: Set<String>] = [:]

    // A form of the day after the deadline's week; then its case goes on as any other.
    let late = try await daemon.plantLateForm(of: Cast.employees[21])
    planted[late] = ["R2"]
    try world.by(Cast.hr, at: at("2027-03-06 09:00:00")).send(ReceiveNomination(of: Cast.employees[21]))
    try world.by(Cast.hr, at: at("2027-03-06 09:01:00")).send(RejectEligibility(of: Cast.employees[21], .other))

    try world.by(Cast.hr, at: at("2027-03-10 12:00:00")).send(CloseScoring(in: "2027"))
    let ranking = try await daemon.plantRanking(weights: [Rational(1, 2), Rational(1, 4), Rational(1, 4)])
    planted[ranking] = ["R8"]

    var conflict = DeclareConflict()
    conflict.cohort = "2027"
    conflict.kind = .kin
    conflict.nominee = PersonRef(given: "110")
    try world.by(Cast.assessors[0], at: at("2027-03-10 14:00:00")).send(conflict)
    planted[try await daemon.plantScore(of: "110", by: Cast.assessors[0])] = ["R19", "S2"]

    try world.by(Cast.boardAndHR, at: at("2027-03-11 12:00:00"))
      .send(ProposeSelection(world.order(20), reserve: ["130"]))
    planted[try await daemon.plantApproval(by: Cast.boardAndHR, of: try world.proposal())] = ["R9"]

    for number in world.order(20) { try world.by(Cast.hr, at: at("2027-03-16 09:00:00")).send(OfferSeat(to: number)) }
    planted[try await daemon.plantOffer(to: "130")] = ["R1", "R9"]

    let run = try Talentctl(daemon).run("audit", "replay", "2027", "--output", "json", as: Cast.auditor)
    #expect(run.status == 5, "\(run.error)")
    let found = try ReplayPage(canonical: Array(run.output.utf8.dropLast()))
    let rules = found.findings.reduce(into: [Int: Set<String>]()) {
      $0[$1.position, default: []].insert($1.finding.rule.value)
    }
    #expect(rules == planted)
    let summary = try #require(found.summary)
    #expect(summary.against == 5 && summary.explained == 0)
    #expect(summary.events == summary.against + summary.within, "an auditor may know all that the rules look at")
    #expect(summary.recomputed.filter { !$0.equal }.map(\.position) == [ranking])

    // What was not yet planted is not found.
    let before = try Talentctl(daemon).run("audit", "replay", "2027", "--to", "\(late - 1)", as: Cast.auditor)
    #expect(before.status == 0, "\(before.output)")
    let shown = try Talentctl(daemon).run("audit", "replay", "2027", "--language", "da", as: Cast.auditor)
    #expect(shown.output.contains("Alle 20 pladser er optaget eller tilbudt."))
    #expect(shown.output.contains("\(late)  R2  nomination.submitted.v1"))
    try daemon.stop()
  }

  @Test func `a late form is explained by a deadline that the board extended for all alike`() async throws {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    let world = try World(dates: .cohort2027) { Client(try daemon.connection(), as: $0) }
    try world.build(to: .eligible)
    let late = try await daemon.plantLateForm(of: Cast.employees[21])
    let before = try replay(daemon)
    #expect(before.status == 5 && before.page.findings.map(\.explainedBy) == [[]])
    var extending = ExtendDeadline()
    extending.cohort = "2027"
    extending.deadline = date("2027-03-08")
    try world.by(Cast.board[0], at: at("2027-03-06 09:00:00")).send(extending)
    let after = try replay(daemon)
    #expect(after.status == 0)
    #expect(after.page.findings.map(\.position) == [late])
    let extended = try #require(after.page.summary?.dispensations.first { $0.kind == .deadlineExtended })
    #expect(after.page.findings.map(\.explainedBy) == [[extended.position]])
    #expect(after.page.summary?.against == 1 && after.page.summary?.explained == 1)
    try daemon.stop()
  }

  @Test func `whoever had no role for it is found by the roles of that day, and a false word of a post by the posts`()
    async throws
  {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    let world = try World(dates: .cohort2027) { Client(try daemon.connection(), as: $0) }
    try world.build(to: .proposed)
    let reader = try daemon.client(as: Cast.auditor, at: at("2027-03-12 09:00:00"))
    let assessor = try reader.alias(of: Cast.assessors[0])
    let hr = try reader.alias(of: Cast.hr)
    // An assessor puts a note on the case, which is the HR Centre's to do.
    let note = try await daemon.plant(Planted(CaseNoteRecorded(), by: assessor, at: "2027-03-12 10:00:00"))
    // HR's own people return the proposal, and the event says that they sit on the board.
    var returned = SelectionReturned()
    returned.board = true
    returned.proposal = try world.proposal()
    let claim = try await daemon.plant(Planted(returned, by: hr, at: "2027-03-12 11:00:00"))
    let found = try replay(daemon)
    #expect(found.status == 5)
    let rules = found.page.findings.reduce(into: [Int: Set<String>]()) {
      $0[$1.position, default: []].insert($1.finding.rule.value)
    }
    #expect(rules == [note: ["S5"], claim: ["R9", "S5"]])
    try daemon.stop()
  }

  private func replay(_ daemon: Talentd) throws -> (status: Int32, page: ReplayPage) {
    let run = try Talentctl(daemon).run("audit", "replay", "2027", "--output", "json", as: Cast.auditor)
    return (run.status, try ReplayPage(canonical: Array(run.output.utf8.dropLast())))
  }
}
