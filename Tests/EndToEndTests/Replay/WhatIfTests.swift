import TalentDomain
import Testing

/// A selection replayed under other weights names exactly the people whose place changes.
///
/// Two seats, five nominees. Both assessors give the same points; questions 1 to 3 are the first category, 4 the second, 5 the
/// third. Worked out on paper:
///
///           Q1 Q2 Q3 Q4 Q5   thirds                        plain mean
///     110    4  4  4  1  2   (4 + 1 + 2)/3    = 7/3   4th   15/5 = 3     2nd
///     111    2  2  2  4  4   (2 + 4 + 4)/3    = 10/3  1st   14/5         3rd
///     112    4  3  3  3  3   (10/3 + 3 + 3)/3 = 28/9  2nd   16/5         1st
///     113    1  1  1  3  4   (1 + 3 + 4)/3    = 8/3   3rd   10/5 = 2     4th
///     114    0  0  0  1  1   (0 + 1 + 1)/3    = 2/3   5th    2/5         5th
///
/// So 111 and 112 have the seats; by plain means 112 and 110 would have had them. 114 is fifth either way.
@Suite(.timeLimit(.minutes(5))) struct WhatIfTests {
  private static let points = [
    "110": [4, 4, 4, 1, 2], "111": [2, 2, 2, 4, 4], "112": [4, 3, 3, 3, 3], "113": [1, 1, 1, 3, 4],
    "114": [0, 0, 0, 1, 1],
  ]

  @Test func `plain means instead of thirds name exactly the people whose place changes`() throws {
    try withSelection { daemon, folder in
      let size = try daemon.client(as: Cast.hr).logSize()
      let shown = try whatIf("algorithm: plain-means\n", daemon, folder)
      try expectPlainMeans(shown)
      #expect(shown.refused.isEmpty && shown.nominees == 5 && shown.supposedNominees == 5 && shown.seats == 2)
      // Plain means are a weight of three fifths for the category of three questions.
      let weighted = try whatIf("weights:\n  1: \"3/5\"\n  2: \"1/5\"\n  3: \"1/5\"\n", daemon, folder)
      #expect(weighted == shown)
      // It changes nothing, and only that it was asked is recorded.
      let added = try daemon.client(as: Cast.auditor).trail(from: size)
      #expect(added.map(\.summary) == ["record access.given.v1", "record access.given.v1"])
    }
  }

  @Test func `what held is no change`() throws {
    try withSelection { daemon, folder in
      let shown = try whatIf("weights:\n  1: \"1/3\"\n  2: \"1/3\"\n  3: \"1/3\"\n", daemon, folder)
      #expect(shown.changes.isEmpty && shown.ranked && shown.supposedRanked)
    }
  }

  @Test func `a rule set that asks for more says what it would have refused`() throws {
    try withSelection { daemon, folder in
      // Three assessors: nobody has three full sets, so that scoring would not have been closed.
      let assessors = try whatIf("rule-set:\n  version: \"x\"\n  values:\n    assessors: 3\n", daemon, folder)
      #expect(assessors.refused.map(\.type) == ["scoring.closed.v1"])
      #expect(assessors.refused.map(\.finding.rule) == ["R20"])
      #expect(assessors.ranked && !assessors.supposedRanked)
      // Four nominees at most: the fifth form would have been refused, and nobody but its nominee is concerned.
      let four = try whatIf("rule-set:\n  version: \"x\"\n  values:\n    nominees: 4\n", daemon, folder)
      #expect(four.refused.map(\.finding.rule) == ["S4"])
      #expect(four.refused.map(\.subject?.number) == ["114"])
      #expect(four.changes.map(\.nominee.number) == ["114"])
      #expect(four.changes.map(\.supposedPlace) == [.unranked])
      #expect(four.supposedNominees == 4)
    }
  }

  @Test func `what is no rule set or no criteria is refused, and what is no supposition is bad data`() throws {
    try withSelection { daemon, folder in
      let halves = try run("weights:\n  1: \"1/2\"\n", daemon, folder)
      #expect(halves.status == 1 && halves.error.contains("S4"), "\(halves.error)")
      let none = try run("weights:\n  7: \"1/2\"\n", daemon, folder)
      #expect(none.status == 65, "\(none.error)")
      let nothing = try run("cohort:\n  code: \"2027\"\n", daemon, folder)
      #expect(nothing.status == 65 && nothing.error.contains("changes nothing"), "\(nothing.error)")
    }
  }

  private func expectPlainMeans(_ shown: WhatIfShown) throws {
    let changes = Dictionary(uniqueKeysWithValues: shown.changes.map { ($0.nominee.number?.value ?? "", $0) })
    #expect(Set(changes.keys) == ["110", "111", "112", "113"])
    let expected: [(String, [Int], [RankingPlace], [String])] = [
      ("110", [4, 2], [.below, .withinTheSeats], ["7/3", "3"]),
      ("111", [1, 3], [.withinTheSeats, .below], ["10/3", "14/5"]),
      ("112", [2, 1], [.withinTheSeats, .withinTheSeats], ["28/9", "16/5"]),
      ("113", [3, 4], [.below, .below], ["8/3", "2"]),
    ]
    for (number, ranks, places, totals) in expected {
      let line = try #require(changes[number])
      #expect([line.rank, line.supposedRank] == ranks, "\(number)")
      #expect([line.place, line.supposedPlace] == places, "\(number)")
      #expect([line.total?.text, line.supposedTotal?.text] == totals, "\(number)")
      #expect(line.selected == ["111", "112"].contains(number))
    }
  }

  private func withSelection(_ body: (Talentd, String) throws -> Void) throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .eligible, nominees: 5, seats: 2)
      let scored = at("2027-03-03 12:00:00")
      for assessor in Cast.assessors { try world.by(Cast.hr, at: scored).send(AssignAssessor(assessor)) }
      for assessor in Cast.assessors {
        try world.by(assessor, at: scored).importAll(
          WhatIfTests.points.sorted { $0.key < $1.key }.flatMap { number, points in
            points.enumerated().map { ScoreAssessment(of: number, $0 + 1, $1) }
          })
      }
      let hr = try world.by(Cast.hr, at: at("2027-03-10 12:00:00"))
      try hr.send(CloseScoring(in: "2027"))
      try hr.send(ComputeRanking(in: "2027"))
      try hr.send(ProposeSelection(["111", "112"], reserve: ["113"]))
      try body(daemon, daemon.folder)
    }
  }

  private func run(_ file: String, _ daemon: Talentd, _ folder: String) throws -> ChildProcess.Finished {
    let path = "\(folder)/what-if.yaml"
    try Files.write(Array(file.utf8), to: path)
    return try Talentctl(daemon).run(
      "audit", "replay", "2027", "--what-if", path, "--output", "json", as: Cast.auditor)
  }

  private func whatIf(_ file: String, _ daemon: Talentd, _ folder: String) throws -> WhatIfShown {
    let run = try run(file, daemon, folder)
    guard run.status == 0 else { throw Trouble("\(run.error)") }
    return try WhatIfShown(canonical: Array(run.output.utf8.dropLast()))
  }
}
