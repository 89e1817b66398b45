import EventLog
import Projections
import TalentDomain

@testable import TalentService

// What the service has in memory of a cohort: by what it calls people and things, and how it ranks.
extension Simulator {
  /// The ranking as HR may read it, with the places of the model's people in it.
  struct RankingSeen {
    struct Tie {
      let nominees: [Who]
      /// Those who are placed before it.
      let before: [Who]
      let decides: Bool
      let isResolved: Bool
    }
    let standing: Model.Standing
    let ties: [Tie]
    let proposal: Digest?
  }

  func ranking(_ cohort: Int, _ life: Life) async throws -> RankingSeen? {
    guard let seen = try await warm(cohort, life), let ranking = seen.state.assessment.ranking else { return nil }
    let who = { (alias: Alias) -> Who? in self.who(alias, seen, cohort) }
    let resolved = seen.state.assessment.resolved.map { Set($0) }
    let ties = ranking.ties.map { tie in
      RankingSeen.Tie(
        nominees: tie.nominees.compactMap(who).sorted(),
        before: ranking.entries.prefix(tie.first - 1).compactMap { who($0.nominee) }, decides: tie.kind != .seats,
        isResolved: resolved.contains(Set(tie.nominees)))
    }
    let order = seen.state.rankedEligible.compactMap(who)
    try check(ranking, of: cohort, who)
    return RankingSeen(
      standing: .init(order: order, openTies: ties.filter { !$0.isResolved }.map(\.nominees)), ties: ties,
      proposal: seen.state.selection.proposal?.digest)
  }

  /// The ranking goes by the weighted means, then by the last category, then by the fewest placed from one workplace.
  private func check(_ ranking: RankingComputed, of cohort: Int, _ who: (Alias) -> Who?) throws {
    guard let from = model.cohorts[cohort].ranked else { return }
    let placed = ranking.entries.compactMap { who($0.nominee) }
    guard ranking.entries.count == from.points.count,
      Set(placed) == Set(from.points.keys)
    else {
      throw Trouble("the ranking of \(model.cohorts[cohort].code.value) holds others than those who were scored")
    }
    let means = placed.map { nominee in
      let sets = (from.points[nominee] ?? [:]).values
      func mean(_ questions: [Int]) -> Rational {
        let points = sets.flatMap { set in questions.compactMap { set[$0] } }
        return points.isEmpty ? Rational(0) : Rational(points.reduce(0, +), points.count)
      }
      let categories = [mean([1, 2, 3]), mean([4]), mean([5])]
      return (total: categories.reduce(Rational(0)) { $0 + $1 * Rational(1, 3) }, last: categories[2])
    }
    for (better, worse) in zip(means, means.dropFirst()) {
      guard worse.total < better.total || (worse.total == better.total && worse.last <= better.last) else {
        throw Trouble("the ranking of \(model.cohorts[cohort].code.value) does not follow from the scores")
      }
    }
  }

  private func who(_ alias: Alias, _ seen: Seen, _ cohort: Int) -> Who? {
    let number = seen.links.person(behind: alias).flatMap { seen.names.people[$0]?.number.value }
    if let who = number.flatMap({ model.index(of: $0) }) { met[cohort, default: [:]][alias] = who }
    return met[cohort]?[alias]
  }

  /// A cohort as the service has it in memory.
  struct Seen {
    let state: Cohort
    let links: LinkIndex
    let names: NameIndex
  }

  func warm(_ cohort: Int, _ life: Life) async throws -> Seen? {
    let code = model.cohorts[cohort].code
    let memory = try await life.daemon.memory(with: [code])
    return memory.cohorts[code].map { Seen(state: $0.state, links: $0.links, names: memory.names) }
  }

  func conflictID(_ cohort: Int, _ index: Int) -> Alias? {
    let order = life?.daemon.published.read().cohorts[model.cohorts[cohort].code]?.state.assessment.conflictOrder
    return order.flatMap { index < $0.count ? $0[index] : nil }
  }

  func formID(_ cohort: Int, _ index: Int) -> Alias? {
    let order = life?.daemon.published.read().cohorts[model.cohorts[cohort].code]?.state.nominations.order
    return order.flatMap { index < $0.count ? $0[index] : nil }
  }

  func entryID(_ cohort: Int, _ index: Int) -> Alias? {
    let order = life?.daemon.published.read().cohorts[model.cohorts[cohort].code]?.state.programme.order
    return order.flatMap { index < $0.count ? $0[index] : nil }
  }
}
