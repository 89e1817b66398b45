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
}
