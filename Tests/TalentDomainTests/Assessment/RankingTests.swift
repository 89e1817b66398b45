import Seeded
import TalentDomain
import Testing

struct RankingTests {
  /// Weights and questions of the programme: three in the first category, one in each of the others.
  private static func input(seats: Int, _ nominees: [RankedNominee]) -> RankingInput {
    var input = RankingInput()
    input.algorithm = Ranking1.version
    input.seats = seats
    for number in 1...3 {
      var weight = RankingWeight()
      weight.number = number
      weight.weight = Rational(1, 3)
      input.categories.append(weight)
    }
    for number in 1...5 {
      var question = RankingQuestion()
      question.category = [1, 1, 1, 2, 3][number - 1]
      question.number = number
      input.questions.append(question)
    }
    input.nominees = nominees
    return input
  }

  private static func nominee(_ id: UInt64, at workplace: UInt64, _ sets: [[Int]]) -> RankedNominee {
    var nominee = RankedNominee()
    nominee.nominee = Alias(bits: id)
    nominee.workplace = Alias(bits: workplace)
    for (assessor, points) in sets.enumerated() {
      for (index, points) in points.enumerated() {
        var score = RankedScore()
        score.assessor = Alias(bits: UInt64(assessor + 1000))
        score.points = points
        score.question = index + 1
        nominee.scores.append(score)
      }
    }
    return nominee
  }

  @Test func `the total weighs categories, the plain mean questions, both exactly`() throws {
    let one = Self.nominee(1, at: 1, [[3, 3, 4, 4, 3], [4, 3, 3, 4, 4]])
    let entry = try #require(Ranking1.compute(Self.input(seats: 1, [one])).entries.first)
    // (20/6 + 4 + 7/2) / 3 and 35/10.
    #expect(entry.total == Rational(65, 18))
    #expect(entry.plainMean == Rational(7, 2))
    #expect(entry.categoryThree == Rational(7, 2))
  }

  @Test func `level totals are ordered by the last category, then by the fewest placed from the workplace`() {
    let ranking = Ranking1.compute(
      Self.input(
        seats: 10,
        [
          Self.nominee(1, at: 7, [[3, 3, 3, 4, 2]]), Self.nominee(2, at: 8, [[3, 3, 3, 2, 4]]),
          Self.nominee(3, at: 7, [[4, 4, 4, 4, 4]]), Self.nominee(4, at: 9, [[3, 3, 3, 4, 2]]),
        ]))
    #expect(ranking.entries.map(\.nominee.bits) == [3, 2, 4, 1])
    #expect(ranking.entries.map(\.rank) == [1, 2, 3, 4])
    #expect(ranking.ties.isEmpty)
  }

  @Test func `nobody with no scores, no seats and no nominees are no trouble`() {
    #expect(Ranking1.compute(Self.input(seats: 20, [])).entries.isEmpty)
    let unscored = Ranking1.compute(Self.input(seats: 0, [Self.nominee(1, at: 1, [])]))
    #expect(unscored.entries.map(\.total) == [Rational(0)])
    #expect(unscored.spread.nominees == 0)
  }

  /// A leaf holds 65,535 bytes, and its envelope needs some of them.
  @Test func `a ranking of 300 nominees, each of them tied, fits into one leaf`() {
    var random = SeededGenerator(seed: 65_535)
    let nominees = (1...300).map { id in
      let pair = (id + 1) / 2
      let sets = (1...3).map { set in (0..<5).map { ($0 * 7 + pair * set + pair / 5 * $0) % 5 } }
      return Self.nominee(
        .random(in: .min ... .max, using: &random), at: .random(in: .min ... .max, using: &random), sets)
    }
    var input = Self.input(seats: 20, nominees)
    for (index, weight) in [Rational(333, 1000), Rational(333, 1000), Rational(334, 1000)].enumerated() {
      input.categories[index].weight = weight
    }
    var fact = RankingComputed()
    let result = Ranking1.compute(input)
    fact.algorithm = Ranking1.version
    fact.entries = result.entries
    fact.inputDigest = TestDirectory().digest(input.canonical)
    fact.spread = result.spread
    fact.ties = result.ties
    #expect(fact.entries.count == 300)
    #expect(fact.canonical.count < 62_000)
    // At worst all entries are as long as the longest, and all ties are pairs of 90 bytes.
    let entry = fact.entries.map(\.canonical.count).max() ?? 0
    #expect(!fact.ties.isEmpty && entry * 300 + 90 * 150 < 64_000, "an entry takes \(entry) bytes")
  }

  @Test(arguments: [UInt64(1), 27, 2027]) func `the order in which nominees are recorded changes nothing`(
    _ seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    let nominees = (1...60).map { id in
      let sets = (0..<2).map { _ in (0..<5).map { _ in Int.random(in: 0...4, using: &random) } }
      return Self.nominee(UInt64(id), at: UInt64.random(in: 1...12, using: &random), sets)
    }
    let result = Ranking1.compute(Self.input(seats: 20, nominees))
    for _ in 0..<5 {
      let shuffled = Ranking1.compute(Self.input(seats: 20, nominees.shuffled(using: &random)))
      #expect(shuffled == result, "seed \(seed)")
    }
  }

  /// Small groups, wholly level, against every order there is: the spread allows some of them, and a tie ends where all of
  /// these agree on who has been placed.
  @Test(arguments: [UInt64(3), 26, 427]) func `a tie holds exactly those whose order the spread leaves open`(
    _ seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<150 {
      let ahead = (0..<Int.random(in: 0...4, using: &random)).map { id in
        Self.nominee(UInt64(100 + id), at: UInt64.random(in: 1...3, using: &random), [[4, 4, 4, 4, 4 - id % 2]])
      }
      let level = (0..<Int.random(in: 1...5, using: &random)).map { id in
        Self.nominee(UInt64(200 + id), at: UInt64.random(in: 1...4, using: &random), [[1, 1, 1, 1, 1]])
      }
      let seats = Int.random(in: 1...8, using: &random)
      let result = Ranking1.compute(Self.input(seats: seats, ahead + level))
      var placed: [Alias: Int] = [:]
      for nominee in ahead { placed[nominee.workplace, default: 0] += 1 }
      let orders = allowed(level, placed)
      let settled = (0...level.count).filter { count in
        Set(orders.map { Set($0.prefix(count).map(\.nominee)) }).count == 1
      }
      let expected = zip(settled, settled.dropFirst()).map { start, end in
        Set(orders[0][start..<end].map(\.nominee))
      }
      let levelEntries = result.entries.suffix(level.count)
      let found = Dictionary(grouping: levelEntries, by: \.rank).sorted { $0.key < $1.key }
        .map { Set($0.value.map(\.nominee)) }
      #expect(found == expected, "seed \(seed), round \(round)")
      #expect(orders.contains { $0.map(\.nominee) == levelEntries.map(\.nominee) }, "seed \(seed), round \(round)")
      for tie in result.ties where tie.first > ahead.count {
        let kind: RankingTie.Kind = tie.last <= seats ? .seats : tie.first <= seats ? .border : .reserve
        #expect(tie.kind == kind)
        let allowedHere = Set(
          orders.map { $0[(tie.first - 1 - ahead.count)..<(tie.last - ahead.count)].map(\.nominee) })
        for order in permutations(tie.nominees) {
          let keeps = Ranking1.keepsSpread(order, in: result.entries, firstPlace: tie.first)
          #expect(keeps == allowedHere.contains(order), "seed \(seed), round \(round)")
        }
      }
    }
  }

  private func allowed(_ rest: [RankedNominee], _ placed: [Alias: Int]) -> [[RankedNominee]] {
    guard let fewest = rest.map({ placed[$0.workplace, default: 0] }).min() else { return [[]] }
    return rest.indices.filter { placed[rest[$0].workplace, default: 0] == fewest }.flatMap { index in
      var (left, counts) = (rest, placed)
      let next = left.remove(at: index)
      counts[next.workplace, default: 0] += 1
      return allowed(left, counts).map { [next] + $0 }
    }
  }

  private func permutations(_ items: [Alias]) -> [[Alias]] {
    guard !items.isEmpty else { return [[]] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }
}
