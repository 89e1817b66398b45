import StrictJSON
import TalentDomain
import Testing

/// The whole of nomination and assessment over the example cohort.
@Suite(.enabled(if: Cohort2027.isThere, "the example cohort lies beside the package, not in it"))
struct Cohort2027Tests {
  private static let hr = "10473"

  private func numbers(_ list: JSON?) -> [String] { (list?.array ?? []).compactMap(\.string) }

  /// Hands in all forms, and gives for each refused one its row, number and first rule.
  private func importForms(_ it: inout Case) throws -> [String] {
    var refused: [String] = []
    for (index, row) in try Cohort2027.rows("indstillinger").enumerated() {
      let rules = try it.refused(
        Cohort2027.form(row), as: Self.hr, for: row["Centerchef"], at: at("2027-03-03 09:00"), portal: true)
      // The first line holds the columns' names.
      if let rule = rules.first { refused.append("\(index + 2) \(row["Medarbejdernr"] ?? "") \(rule)") }
    }
    return refused
  }

  private func ruleOnAll(_ it: inout Case, _ expected: JSON) throws {
    let ineligible = Set(numbers(expected["ineligible"]))
    for number in numbers(expected["accepted"]) {
      try it.accept(ReceiveNomination(of: number), as: Self.hr)
      guard ineligible.contains(number) else {
        try it.accept(ConfirmEligibility(of: number), as: Self.hr)
        continue
      }
      #expect(try it.refused(ConfirmEligibility(of: number), as: Self.hr) == ["R3"])
      try it.accept(RejectEligibility(of: number), as: Self.hr)
    }
  }

  @Test func `of the 54 forms 46 are accepted, and 8 refused by the rules that they break`() throws {
    let expected = try Cohort2027.expected()
    var it = try Cohort2027.opened()
    let refused = try importForms(&it)
    #expect(
      refused == [
        "19 11222 R5", "34 11740 R5", "36 11397 R4", "44 11663 R6", "45 9999983 R3", "46 11173 S1", "50 11502 R6",
        "55 11803 R2",
      ])
    let told = try #require(expected["refused"]?.array).map {
      "\($0["row"]?.integer ?? 0) \($0["employee"]?.string ?? "")"
    }
    #expect(refused.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == told)
    let accepted = Set(numbers(expected["accepted"]).map { it.alias($0) })
    #expect(Set(it.cohort.nominations.live.keys) == accepted)
    #expect(accepted.count == 46)
    #expect(it.facts(NominationRefused.self).count == 8)
  }

  @Test func `the ranking has the exact totals, and the tie at the border is left to HR`() throws {
    let expected = try Cohort2027.expected()
    var it = try Cohort2027.opened()
    _ = try importForms(&it)
    try ruleOnAll(&it, expected)

    let conflict = try #require(expected["conflict"])
    let conflicted = try #require(conflict["assessor"]?.string)
    let nominee = try #require(conflict["nominee"]?.string)
    let replacement = try #require(conflict["replaced_by"]?.string)
    try it.accept(DeclareConflict(of: nominee), as: conflicted)
    try it.accept(RuleConflict(try #require(it.cohort.assessment.conflictOrder.first), upheld: true), as: Self.hr)
    for assessor in numbers(expected["assessors"]) {
      try it.accept(AssignAssessor(assessor, of: assessor == replacement ? [nominee] : []), as: Self.hr)
    }
    var refused: [String] = []
    var scored = 0
    for assessor in numbers(expected["assessors"]) {
      for row in try Cohort2027.rows("bedoemmelser-\(assessor)") {
        let rules = try it.refused(Cohort2027.score(row), as: assessor)
        if rules.isEmpty { scored += 1 } else { refused.append("\(assessor) \(row["Medarbejdernr"] ?? "") \(rules)") }
      }
    }
    #expect(scored == 450)
    #expect(refused == Array(repeating: "\(conflicted) \(nominee) [\"R19\"]", count: 5))

    try it.accept(CloseScoring.of2027, as: Self.hr, at: at("2027-03-15 12:00"))
    try it.accept(ComputeRanking.of2027, as: Self.hr)
    try check(it, expected)

    let border = it.cohort.unresolvedTies.filter { $0.kind == .border }
    #expect(border.map(\.first) == [20])
    #expect(border.map(\.last) == [21])
    #expect(border.map { Set($0.nominees) } == [Set(["10536", "11684"].map { it.alias($0) })])
    try it.accept(ResolveTie(["11684", "10536"]), as: Self.hr)
    #expect(it.cohort.unresolvedTies.isEmpty)
    #expect(it.cohort.finalOrder?[19] == it.alias("11684"))
  }

  /// Against `expected.json`, in which level nominees stand in no particular order.
  private func check(_ it: Case, _ expected: JSON) throws {
    let ranking = try #require(it.cohort.assessment.ranking)
    let rows = try #require(expected["ranking"]?.array)
    #expect(ranking.entries.count == rows.count)
    let described: (Alias, String, String, String) -> String = { "\($0.text) \($1) \($2) \($3)" }
    let ours = ranking.entries.map {
      (
        level: "\($0.total.text) \($0.categoryThree.text)",
        line: described($0.nominee, $0.total.text, $0.plainMean.text, $0.categoryThree.text)
      )
    }
    let theirs = rows.map { row in
      let texts = ["total", "plain_mean", "category_3"].map { row[$0]?.string ?? "" }
      return (
        level: "\(texts[0]) \(texts[2])",
        line: described(it.alias(row["employee"]?.string ?? ""), texts[0], texts[1], texts[2])
      )
    }
    #expect(ours.map(\.level) == theirs.map(\.level))
    #expect(Set(ours.map(\.line)) == Set(theirs.map(\.line)))

    // Of the ties before spread, spread resolves one: somebody of 11726's place of work stands higher up.
    let before = try #require(expected["ties_before_spread"]?.array).map { Set(numbers($0).map { it.alias($0) }) }
    #expect(before.count == 4)
    let left = ranking.ties.map { Set($0.nominees) }
    let resolved = before.filter { !left.contains($0) }
    #expect(left.allSatisfy(before.contains))
    #expect(resolved == [Set(["10746", "11726"].map { it.alias($0) })])
    let places = ["10746", "11726"].map { number in ranking.entries.firstIndex { $0.nominee == it.alias(number) } ?? -1
    }
    #expect(places == [29, 30])
    #expect(ranking.ties.map(\.kind) == [.seats, .seats, .border])
  }
}
