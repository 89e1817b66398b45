import TalentDomain

@testable import Projections

/// Somebody who has the tables, knows how they are made, and reckons: every published number is an equation between counts
/// that are not negative.
///
/// Two ways are tried. Bounds: each equation bounds each of its counts by what the others can be, until nothing moves.
/// Solving: whether a count is a combination of what is published (elimination modulo a prime, so that nothing is rounded).
struct StatisticsAttacker {
  /// One count that could be asked for: of a category, and among it of participants or of the others.
  struct Unknown: Hashable {
    enum Part: Hashable { case all, participants, others }
    let subject: StatisticsSubject
    let category: StatisticsCategory
    let part: Part
  }

  private struct Equation {
    var terms: [Int: Int]
    let sum: Int
  }

  /// More than any cohort has nominees.
  static let most = 300

  private(set) var unknowns: [Unknown] = []
  private var index: [Unknown: Int] = [:]
  private var equations: [Equation] = []
  private(set) var low: [Int] = []
  private(set) var high: [Int] = []

  /// - Parameter categories: all that there could be, by subject: what each table counts is no secret.
  init(_ statistics: CohortStatistics, _ categories: [StatisticsSubject: [StatisticsCategory]]) {
    for (subject, all) in categories {
      for category in all {
        let total = add(Unknown(subject: subject, category: category, part: .all))
        guard Self.nominees.contains(subject) else { continue }
        let inside = add(Unknown(subject: subject, category: category, part: .participants))
        let outside = add(Unknown(subject: subject, category: category, part: .others))
        equations.append(Equation(terms: [total: 1, inside: -1, outside: -1], sum: 0))
      }
    }
    link(categories)
    for row in statistics.counts {
      publish(row.subject, row.categories, .all, row.count)
      if let participants = row.participants { publish(row.subject, row.categories, .participants, participants) }
    }
    for table in statistics.tables {
      if let total = table.total { publish(table.subject, categories[table.subject] ?? [], .all, total) }
    }
    low = unknowns.map { _ in 0 }
    high = unknowns.map { _ in Self.most }
    tighten()
  }

  private static let nominees: Set<StatisticsSubject> = [.centre, .field, .initiative, .profession]

  /// All tables of nominees count the same people, and so do those of participants, who are one row of the outcomes.
  private mutating func link(_ categories: [StatisticsSubject: [StatisticsCategory]]) {
    func terms(_ subject: StatisticsSubject, _ part: Unknown.Part, _ sign: Int) -> [Int: Int] {
      var terms: [Int: Int] = [:]
      for category in categories[subject] ?? [] {
        if let place = index[Unknown(subject: subject, category: category, part: part)] { terms[place] = sign }
      }
      return terms
    }
    let participant = index[
      Unknown(subject: .outcome, category: StatisticsCategory(word: "participant"), part: .all)]
    for subject in Self.nominees {
      let sums = terms(subject, .all, 1).merging(terms(.outcome, .all, -1)) { $0 + $1 }
      equations.append(Equation(terms: sums, sum: 0))
      guard let participant else { continue }
      equations.append(Equation(terms: terms(subject, .participants, 1).merging([participant: -1]) { $0 + $1 }, sum: 0))
    }
    for subject in [StatisticsSubject.completion, .afterwards] {
      guard let participant else { continue }
      equations.append(Equation(terms: terms(subject, .all, 1).merging([participant: -1]) { $0 + $1 }, sum: 0))
    }
  }

  private mutating func add(_ unknown: Unknown) -> Int {
    index[unknown] = unknowns.count
    unknowns.append(unknown)
    return unknowns.count - 1
  }

  private mutating func publish(
    _ subject: StatisticsSubject, _ categories: [StatisticsCategory], _ part: Unknown.Part, _ count: Int
  ) {
    var terms: [Int: Int] = [:]
    for category in categories {
      if let place = index[Unknown(subject: subject, category: category, part: part)] { terms[place] = 1 }
    }
    equations.append(Equation(terms: terms, sum: count))
  }

  private mutating func tighten() {
    var moves = true
    while moves {
      moves = false
      for equation in equations {
        for (place, factor) in equation.terms {
          // factor · x = sum − the others, each at its least and at its most.
          var least = equation.sum
          var most = equation.sum
          for (other, weight) in equation.terms where other != place {
            least -= weight > 0 ? weight * high[other] : weight * low[other]
            most -= weight > 0 ? weight * low[other] : weight * high[other]
          }
          let bounds = factor > 0 ? (least, most) : (-most, -least)
          if bounds.0 > low[place] { (low[place], moves) = (bounds.0, true) }
          if bounds.1 < high[place] { (high[place], moves) = (bounds.1, true) }
        }
      }
    }
  }

  func bounds(of unknown: Unknown) -> ClosedRange<Int>? {
    index[unknown].map { low[$0]...high[$0] }
  }

  /// Counts that follow from what is published, whatever the people are.
  func solved() -> Set<Unknown> {
    var rows = equations.map { equation in
      var row = [Int](repeating: 0, count: unknowns.count)
      for (place, factor) in equation.terms { row[place] = (factor + Self.prime) % Self.prime }
      return row
    }
    var pivots: [Int] = []
    var rank = 0
    for column in unknowns.indices {
      guard let found = rows[rank...].firstIndex(where: { $0[column] != 0 }) else { continue }
      rows.swapAt(rank, found)
      let inverse = Self.power(rows[rank][column], Self.prime - 2)
      rows[rank] = rows[rank].map { $0 * inverse % Self.prime }
      let pivot = rows[rank]
      for other in rows.indices where other != rank && rows[other][column] != 0 {
        let factor = Self.prime - rows[other][column]
        rows[other] = zip(rows[other], pivot).map { ($0 + factor * $1) % Self.prime }
      }
      pivots.append(column)
      rank += 1
      if rank == rows.count { break }
    }
    // In reduced form a count is determined where its row names nothing else.
    let fixed = (0..<rank).filter { row in rows[row].indices.allSatisfy { $0 == pivots[row] || rows[row][$0] == 0 } }
    return Set(fixed.map { unknowns[pivots[$0]] })
  }

  private static let prime = 1_000_003

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, base, exponent) = (1, base % prime, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
