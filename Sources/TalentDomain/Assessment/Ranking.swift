/// The ranking (rangliste), version 1. A released version is never edited: the next one is another type beside this.
///
/// A nominee's total is the sum, over the categories, of the category's weight times the mean of its questions over all
/// assessors. Higher totals come first, then the higher mean of the last category, then whoever has the fewest already
/// placed from the same workplace, counted anew after each placement. Those whom all of this leaves level are tied, and
/// share a rank: only a recorded decision orders them (`ResolveTie`). Exact arithmetic throughout.
package enum Ranking1 {
  package static let version: Code = "ranking-1"

  package struct Result: Sendable, Hashable {
    package var entries: [RankingEntry] = []
    package var spread = RankingSpread()
    package var ties: [RankingTie] = []
  }

  package static func compute(_ input: RankingInput) -> Result {
    let scored = input.nominees.map { score($0, input) }.sorted(by: isBefore)
    var result = Result()
    var placed: [Alias: Int] = [:]
    var start = 0
    while start < scored.count {
      let level = scored[start...].prefix { isLevel($0, scored[start]) }
      place(Array(level), seats: input.seats, &placed, &result)
      start += level.count
    }
    let seated = result.entries.prefix(input.seats)
    result.spread.nominees = seated.count
    result.spread.professions = Set(seated.map(\.profession)).count
    result.spread.workplaces = Set(seated.map(\.workplace)).count
    return result
  }

  /// Whether a decided order of tied nominees keeps to the spread: at each place one of those with the fewest already
  /// placed from the same workplace.
  package static func keepsSpread(_ order: [Alias], in entries: [RankingEntry], firstPlace: Int) -> Bool {
    var placed: [Alias: Int] = [:]
    for entry in entries.prefix(firstPlace - 1) { placed[entry.workplace, default: 0] += 1 }
    var rest = order.compactMap { nominee in entries.first { $0.nominee == nominee }?.workplace }
    guard rest.count == order.count else { return false }
    while let next = rest.first {
      if rest.contains(where: { placed[$0, default: 0] < placed[next, default: 0] }) { return false }
      placed[next, default: 0] += 1
      rest.removeFirst()
    }
    return true
  }

  private static func score(_ nominee: RankedNominee, _ input: RankingInput) -> RankingEntry {
    var entry = RankingEntry()
    entry.nominee = nominee.nominee
    entry.profession = nominee.profession
    entry.workplace = nominee.workplace
    entry.plainMean = mean(nominee.scores)
    for category in input.categories {
      let questions = Set(input.questions.filter { $0.category == category.number }.map(\.number))
      let mean = mean(nominee.scores.filter { questions.contains($0.question) })
      entry.total = entry.total + category.weight * mean
      // Categories come in the order of their numbers, so the last one's mean stays: motivation, in the programme.
      entry.categoryThree = mean
    }
    return entry
  }

  /// Every set is full, so the mean over all scores is the mean over assessors of each one's mean.
  private static func mean(_ scores: [RankedScore]) -> Rational {
    scores.isEmpty ? Rational(0) : Rational(scores.reduce(0) { $0 + $1.points }, scores.count)
  }

  private static func isLevel(_ left: RankingEntry, _ right: RankingEntry) -> Bool {
    left.total == right.total && left.categoryThree == right.categoryThree
  }

  /// Among those level, by alias: drawn at random, it favours nobody, and two replays agree.
  private static func isBefore(_ left: RankingEntry, _ right: RankingEntry) -> Bool {
    if left.total != right.total { return right.total < left.total }
    if left.categoryThree != right.categoryThree { return right.categoryThree < left.categoryThree }
    return left.nominee < right.nominee
  }

  /// Places those who are level by total and last category.
  private static func place(
    _ level: [RankingEntry], seats: Int, _ placed: inout [Alias: Int], _ result: inout Result
  ) {
    var rest = level
    while !rest.isEmpty {
      let block = nextBlock(rest, placed)
      let rank = result.entries.count + 1
      let tied = rest.filter { block.contains($0.workplace) }
      rest.removeAll { block.contains($0.workplace) }
      for var entry in spreadOut(tied, &placed) {
        entry.rank = rank
        result.entries.append(entry)
      }
      guard tied.count > 1 else { continue }
      var tie = RankingTie()
      tie.first = rank
      tie.last = result.entries.count
      tie.kind = tie.last <= seats ? .seats : rank <= seats ? .border : .reserve
      tie.nominees = tied.map(\.nominee)
      result.ties.append(tie)
    }
  }

  /// The workplaces of those whose order among themselves the spread leaves open, while it places all of them before the
  /// others. That is one workplace where it has one nominee and the fewest placed. Where a workplace has several, its later
  /// ones come level with those of a workplace that started with more placed: then these belong to the same tie.
  private static func nextBlock(_ rest: [RankingEntry], _ placed: [Alias: Int]) -> Set<Alias> {
    let waiting = rest.reduce(into: [Alias: Int]()) { $0[$1.workplace, default: 0] += 1 }
    let fewest = waiting.keys.map { placed[$0, default: 0] }.min() ?? 0
    var block = Set(waiting.keys.filter { placed[$0, default: 0] == fewest })
    while true {
      let latest = block.map { placed[$0, default: 0] + waiting[$0, default: 0] - 1 }.max() ?? 0
      let wider = Set(waiting.keys.filter { placed[$0, default: 0] <= latest })
      if wider == block { return block }
      block = wider
    }
  }

  /// One of the orders that keep to the spread, for display until the tie is decided.
  private static func spreadOut(_ tied: [RankingEntry], _ placed: inout [Alias: Int]) -> [RankingEntry] {
    var (rest, order) = (tied, [RankingEntry]())
    while !rest.isEmpty {
      let fewest = rest.map { placed[$0.workplace, default: 0] }.min() ?? 0
      guard let index = rest.firstIndex(where: { placed[$0.workplace, default: 0] == fewest }) else { break }
      let entry = rest.remove(at: index)
      placed[entry.workplace, default: 0] += 1
      order.append(entry)
    }
    return order
  }
}
