import TalentDomain
import Testing

/// Rankings with ties, from the scores to the decided order.
struct TieTests {
  /// Twenty-three nominees from three places of work: nineteen level at the top, and below them two level pairs, of which
  /// the first stands across the border of the twenty seats.
  private static let nominees = Array(Staff.employees[0..<23])

  private static func points(_ nominee: String, _ question: Int) -> Int {
    let place = nominees.firstIndex(of: nominee) ?? 0
    return place < 19 ? 3 : place < 21 ? 2 : 1
  }

  private func ranked() throws -> Case { try Case.ranked(Self.nominees, Self.points) }

  @Test func `the first by total come first, and level ones share a rank`() throws {
    let it = try ranked()
    let ranking = try #require(it.cohort.assessment.ranking)
    #expect(Set(ranking.entries.prefix(19).map(\.nominee)) == Set(Self.nominees.prefix(19).map { it.alias($0) }))
    #expect(ranking.entries.map(\.rank) == Array(repeating: 1, count: 19) + [20, 20, 22, 22])
    #expect(ranking.entries.suffix(4).map(\.total) == [Rational(2), Rational(2), Rational(1), Rational(1)])
    #expect(ranking.algorithm == "ranking-1")
    #expect(ranking.spread.nominees == 20)
    #expect(ranking.spread.workplaces == 3)
  }

  @Test func `the ranking is computed once from the same input, and only from closed scores`() throws {
    var it = try Case.eligible([Self.nominees[0]])
    try it.scoreFully([Self.nominees[0]])
    #expect(try it.refused(ComputeRanking.of2027, at: at("2027-03-10 12:00")) == ["S2"])
    try it.accept(CloseScoring.of2027)
    try it.accept(ComputeRanking.of2027)
    #expect(try it.refused(ComputeRanking.of2027) == ["S2"])
    let first = it.facts(RankingComputed.self).map(\.inputDigest)
    var seats = ChangeSeatCount()
    seats.cohort = "2027"
    seats.seats = 1
    try it.accept(seats)
    try it.accept(ComputeRanking.of2027)
    #expect(it.facts(RankingComputed.self).map(\.inputDigest).last != first.last)
  }

  @Test func `a ranking that does not follow from the scores is found by whoever replays it`() throws {
    let it = try ranked()
    var fact = try #require(it.cohort.assessment.ranking)
    fact.entries.swapAt(0, 22)
    let header = try #require(it.events.last).header
    let situation = Situation(organisation: it.organisation, cohort: it.cohort, header: header)
    #expect(Rulebook.judge(Proposal(fact), situation).map(\.rule).contains("R8"))
  }

  @Test func `ties at the border and in the reserve wait for HR's decision, one within the seats does not`() throws {
    var it = try ranked()
    #expect(it.cohort.assessment.ranking?.ties.map(\.kind) == [.seats, .border, .reserve])
    #expect(it.cohort.unresolvedTies.map(\.kind) == [.border, .reserve])
    #expect(it.cohort.unresolvedTies.map { [$0.first, $0.last] } == [[20, 21], [22, 23]])
    #expect(try it.refused(ResolveTie(Array(Self.nominees.prefix(19)))) == ["S2"])
    try it.accept(ResolveTie([Self.nominees[20], Self.nominees[19]]))
    #expect(it.cohort.unresolvedTies.map(\.kind) == [.reserve])
    #expect(it.cohort.finalOrder?[19...20] == [it.alias(Self.nominees[20]), it.alias(Self.nominees[19])])
  }

  @Test func `another number of seats moves the border`() throws {
    var it = try ranked()
    var seats = ChangeSeatCount()
    seats.cohort = "2027"
    seats.seats = 21
    try it.accept(seats)
    try it.accept(ComputeRanking.of2027)
    #expect(it.cohort.unresolvedTies.map(\.kind) == [.reserve])
    seats.seats = 22
    try it.accept(seats)
    try it.accept(ComputeRanking.of2027)
    #expect(it.cohort.unresolvedTies.map { [$0.first, $0.last] } == [[22, 23]])
    #expect(it.cohort.unresolvedTies.map(\.kind) == [.border])
  }

  @Test func `HR resolves a tie with all its members, once, and the order is final`() throws {
    // Two seats; three level from three places of work.
    var it = try Case.ranked(Array(Staff.employees[0..<3])) { _, _ in 2 }
    var seats = ChangeSeatCount()
    seats.cohort = "2027"
    seats.seats = 2
    try it.accept(seats)
    #expect(try it.refused(ResolveTie([Staff.employees[0], Staff.employees[1]])) == ["S2"])
    try it.accept(ComputeRanking.of2027)
    #expect(try it.refused(ResolveTie([Staff.employees[0], Staff.employees[1]])) == ["S2"])
    let order = [Staff.employees[2], Staff.employees[0], Staff.employees[1]]
    #expect(try it.refused(ResolveTie(order), as: Staff.leader) == ["R19"])
    #expect(throws: Refusal.self) { try it.when(ResolveTie(order, " ")) }
    #expect(throws: Refusal.self) { try it.when(ResolveTie(order + [order[0]])) }
    try it.accept(ResolveTie(order))
    #expect(it.cohort.finalOrder == order.map { it.alias($0) })
    #expect(it.cohort.unresolvedTies.isEmpty)
    #expect(try it.refused(ResolveTie(order.reversed())) == ["S2"])
    #expect(it.events.last?.sealed.map(\.subject) == order.map { it.person($0) })
    try it.accept(WithdrawNomination(of: order[0]), as: order[0])
    #expect(it.cohort.finalOrder == order.dropFirst().map { it.alias($0) })
  }

  @Test func `a decided order keeps to the spread too`() throws {
    // Four level, two of them from the same place of work: one of these two comes last.
    let nominees = [0, 1, 2, 3].map { Staff.employees[$0] }
    var it = try Case.ranked(nominees) { _, _ in 2 }
    var seats = ChangeSeatCount()
    seats.cohort = "2027"
    seats.seats = 1
    try it.accept(seats)
    try it.accept(ComputeRanking.of2027)
    #expect(try it.refused(ResolveTie([0, 3, 1, 2].map { nominees[$0] })) == ["R8"])
    try it.accept(ResolveTie([3, 1, 2, 0].map { nominees[$0] }))
  }

  @Test func `nothing is resolved before there is a ranking`() throws {
    var it = try Case.eligible([Self.nominees[0], Self.nominees[1]])
    #expect(try it.refused(ResolveTie([Self.nominees[0], Self.nominees[1]])) == ["S2"])
  }
}
