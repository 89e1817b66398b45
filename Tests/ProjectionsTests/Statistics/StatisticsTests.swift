import Seeded
import TalentDomain
import Testing

@testable import Projections

struct StatisticsTests {
  /// Whatever an attacker may learn of a number that is small, it could as well be any of five or more.
  private static let least = 4

  @Test(arguments: SeededGenerator.seeds)
  func `no small number can be worked out from a whole answer`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed, for: "statistics")
    var shown = 0
    for _ in 0..<150 {
      let cohort = RandomCohort(&random)
      let statistics = cohort.statistics
      shown += statistics.counts.count
      for row in statistics.counts {
        #expect(row.count >= 5)
        if let participants = row.participants { #expect(participants >= 5 && row.count - participants >= 5) }
        let truth = row.categories.map { cohort.truth[.init(subject: row.subject, category: $0, part: .all)] ?? 0 }
        #expect(truth.reduce(0, +) == row.count)
      }
      let attacker = StatisticsAttacker(statistics, cohort.categories)
      let solved = attacker.solved()
      for unknown in attacker.unknowns where (cohort.truth[unknown] ?? 0) < 5 {
        #expect(!solved.contains(unknown), "\(unknown)")
        let bounds = try #require(attacker.bounds(of: unknown))
        #expect(bounds.contains(cohort.truth[unknown] ?? 0))
        #expect(bounds.count > StatisticsTests.least, "\(unknown): \(bounds)")
      }
    }
    // The tables are not all empty for caution's sake.
    #expect(shown > 200)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `the attacker works out numbers that are only blanked`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed, for: "blanked")
    var found = 0
    for _ in 0..<50 {
      let cohort = RandomCohort(&random)
      var blanked = CohortStatistics()
      for subject in StatisticsSubject.allCases {
        var table = StatisticsTable()
        table.subject = subject
        for category in cohort.categories[subject] ?? [] {
          let count = cohort.truth[.init(subject: subject, category: category, part: .all)] ?? 0
          table.total = (table.total ?? 0) + count
          guard count >= 5 else { continue }
          var row = StatisticsCount()
          row.subject = subject
          row.categories = [category]
          row.count = count
          blanked.counts.append(row)
        }
        blanked.tables.append(table)
      }
      let attacker = StatisticsAttacker(blanked, cohort.categories)
      let solved = attacker.solved()
      for unknown in attacker.unknowns where unknown.part == .all && (cohort.truth[unknown] ?? 0) < 5 {
        if solved.contains(unknown) { found += 1 }
        if let bounds = attacker.bounds(of: unknown), bounds.count <= StatisticsTests.least { found += 1 }
      }
    }
    #expect(found > 20)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `what happens later changes no table`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed, for: "later")
    for _ in 0..<30 {
      let cohort = RandomCohort(&random)
      var moments = cohort.moments
      for day in 1..<5 {
        moments.take(recorded: RandomCohort.lastDay.adding(days: 3000 + day)) { state in
          if let first = state.selection.seats.keys.min() { state.selection.seats[first]?.status = .withdrawn }
          state.programme.completions = Completions()
          state.nominations.forms = [:]
        }
      }
      let later = CohortStatistics(
        cohort.setup, moments, centres: cohort.centres, professions: cohort.professions, thing: { $0 })
      #expect(later == cohort.statistics)
    }
  }

  @Test func `before everybody has been told, no table tells of outcomes`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20 {
      let cohort = RandomCohort(&random)
      var state = cohort.state
      guard let waiting = state.selection.notified.keys.min() else { continue }
      state.selection.notified[waiting] = nil
      var moments = StatisticsMoments()
      moments.take(recorded: .blank) { $0 = state }
      moments.pass(RandomCohort.lastDay.adding(days: 2000))
      let statistics = CohortStatistics(
        cohort.setup, moments, centres: cohort.centres, professions: cohort.professions, thing: { $0 })
      for table in statistics.tables where [.outcome, .completion, .afterwards].contains(table.subject) {
        #expect(table.standing == .tooEarly)
      }
      #expect(statistics.counts.allSatisfy { $0.participants == nil })
      #expect(statistics.means.isEmpty)
    }
  }

  @Test func `small categories are counted together with the next larger, and five are not enough alone`() throws {
    let table = try #require(CoarseTable(["a": 3, "b": 7, "c": 9, "d": 20]))
    #expect(table.rows.map(\.categories) == [["d"], ["c"], ["a", "b"]])
    #expect(table.rows.map(\.count) == [20, 9, 10])
    let absorbed = try #require(CoarseTable(["a": 3, "b": 7, "c": 9, "d": 20], absorbing: "d"))
    #expect(absorbed.rows.map(\.categories) == [["c"], ["b"], ["a", "d"]])
    #expect(CoarseTable(["a": 3, "b": 7]) == nil)
    #expect(CoarseTable(["a": 0, "b": 0, "c": 12]) == nil)
    #expect(try #require(CoarseTable(["a": 6, "b": 6])).rows.count == 2)
    #expect(try #require(CoarseTable(["a": 0, "b": 5, "c": 30])).rows.map(\.count) == [30, 5])
  }
}
