import StrictJSON
import TalentDomain
import Testing

/// One page a person: what it says, who may read it, and that an auditor's look is on record.
@Suite(.timeLimit(.minutes(5))) struct ExplainTests {
  private static let rejected = "131"

  @Test func `a case is explained from form to feedback, each part by the event that says so`() throws {
    try withTold { daemon in
      let size = try daemon.client(as: Cast.hr).logSize()
      let run = try explain(ExplainTests.rejected, daemon, as: Cast.auditor)
      #expect(run.status == 0, "\(run.error)")
      let page = try CaseExplained(canonical: Array(run.output.utf8.dropLast()))
      #expect(page.nominee.number?.value == ExplainTests.rejected && page.status == .told)
      #expect(page.forms.count == 1 && page.forms[0].answers.map(\.basis) == Array(repeating: .demonstrated, count: 5))
      #expect(page.scores.count == 10 && page.rulings.map(\.eligible) == [true])
      // 22nd of 22: it lacks points in the first category alone.
      let ranking = try #require(page.ranking)
      #expect(ranking.rank == 22 && ranking.place == .below && ranking.seats == 20)
      #expect(ranking.categories.map(\.mean)[1...] == [Rational(4), Rational(4)])
      #expect(page.proposal?.part == .rest && page.approval?.present.count == 3)
      #expect(page.letter?.words == "Andre stod stærkere i helhedssyn.")
      #expect(page.feedback?.feedback?.realistic == "Ja, om et år.")
      let guide = try #require(page.guide)
      #expect(guide.placesToSeat == 2)
      // The best twenty have all four points in the last two questions, and so has this one.
      #expect(guide.questions.map(\.relation) == [.below, .below, .below, .level, .level])
      #expect(guide.strongest == [4, 5] && Set(guide.weakest).isSubset(of: [1, 2, 3]))

      let trail = try daemon.client(as: Cast.hr).trail(from: 0)
      let types = Dictionary(uniqueKeysWithValues: trail.map { ($0.position, $0.type) })
      for step in page.steps { #expect(step.position.map { types[$0] } == .some(step.type)) }
      #expect(ranking.position.map { types[$0] } == .some("ranking.computed.v1"))
      #expect(page.scores.allSatisfy { $0.position.map { types[$0] } == .some("assessment.scored.v1") })
      // The auditor's look is itself on record; the HR Centre's are counted.
      #expect(try explain(ExplainTests.rejected, daemon, as: Cast.hr).status == 0)
      let added = try daemon.client(as: Cast.auditor).trail(from: size)
      #expect(Set(added.map(\.summary)) == ["record access.given.v1", "record accesses.counted.v1"])
      #expect(!others(run.output), "of the other nominees it holds no name")
    }
  }

  @Test func `the leader gets what feedback needs, after the letter, and no more`() throws {
    try withTold { daemon in
      let run = try explain(ExplainTests.rejected, daemon, as: Cast.leader)
      #expect(run.status == 0, "\(run.error)")
      let page = try CaseExplained(canonical: Array(run.output.utf8.dropLast()))
      #expect(page.guide?.questions.count == 5)
      var expected = CaseExplained()
      (expected.guide, expected.nominee) = (page.guide, page.nominee)
      #expect(page == expected && !others(run.output))
      // The reserve has no letter, and the others are not told of this case at all.
      #expect(try explain("130", daemon, as: Cast.leader).status == 3)
      #expect(try explain(ExplainTests.rejected, daemon, as: Cast.otherLeader).status == 3)
      #expect(try explain(ExplainTests.rejected, daemon, as: ExplainTests.rejected).status == 77)
      #expect(try explain(ExplainTests.rejected, daemon, as: Cast.board[0]).status == 77)
      // Before the letter there is nothing for the leader.
      let before = try explain(ExplainTests.rejected, daemon, as: Cast.leader, "--at", "2027-03-16")
      #expect(before.status == 3, "\(before.output)")
    }
  }

  @Test func `what was in effect and what was known are two questions`() throws {
    try withTold { (daemon: Talentd) throws in
      #expect(try ranked(daemon, "--effective", "2027-03-09") == 0)
      #expect(try ranked(daemon, "--effective", "2027-03-10") == 22)
      // The board met on the 15th; its secretary recorded it at noon on the 16th, in effect from the 15th's beginning.
      #expect(try status(daemon, "--at", "2027-03-15") == .proposed)
      #expect(try status(daemon, "--effective", "2027-03-15") == .approved)
      #expect(try approvals(daemon, "--at", "2027-03-15") == 0)
      #expect(try approvals(daemon, "--effective", "2027-03-15") == 1)
      #expect(try approvals(daemon, "--effective", "2027-03-14") == 0)
    }
  }

  private func ranked(_ daemon: Talentd, _ arguments: String...) throws -> Int {
    let shown: RankingShown = try shown(daemon, ["ranking", "show", "--cohort", "2027"] + arguments)
    return shown.entries.count
  }

  private func status(_ daemon: Talentd, _ arguments: String...) throws -> ProposalState.Status? {
    let shown: SelectionShown = try shown(daemon, ["selection", "show", "--cohort", "2027"] + arguments)
    return shown.status
  }

  private func approvals(_ daemon: Talentd, _ arguments: String...) throws -> Int {
    let shown: ReplayPage = try shown(daemon, ["audit", "replay", "2027", "--all"] + arguments)
    return shown.events.count { $0.type == "selection.approved.v1" }
  }

  private func shown<R: Record>(_ daemon: Talentd, _ arguments: [String]) throws -> R {
    let run = try Talentctl(daemon).run(arguments + ["-o", "json"], as: Cast.auditor)
    guard run.status == 0 else { throw Trouble(run.error) }
    return try R(canonical: Array(run.output.utf8.dropLast()))
  }

  private func others(_ output: String) -> Bool {
    (110...130).contains { output.contains("Medarbejder \($0)\"") }
  }

  private func explain(
    _ number: String, _ daemon: Talentd, as reader: String, _ more: String...
  ) throws -> ChildProcess.Finished {
    try Talentctl(daemon).run(["audit", "explain", number, "--cohort", "2027", "-o", "json"] + more, as: reader)
  }

  /// 22 nominees for 20 seats; the last has a letter and feedback.
  private func withTold(_ body: (Talentd) throws -> Void) throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .proposed, nominees: 22)
      try world.by(Cast.secretary, at: at("2027-03-16 12:00:00"))
        .send(ApproveSelection(try world.proposal(), on: date("2027-03-15")), behalf: Cast.board[0])
      try world.by(Cast.hr, at: at("2027-03-17 09:00:00")).send(NotifyNonSelection(to: ExplainTests.rejected))
      try world.by(Cast.leader, at: at("2027-03-20 09:00:00")).send(GiveFeedback(to: ExplainTests.rejected))
      try body(daemon)
    }
  }
}
