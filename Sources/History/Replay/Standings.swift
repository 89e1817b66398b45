internal import TalentDomain

/// Where the ranking alone puts everybody who is still eligible, with the ties that were resolved.
struct Standings {
  struct Standing {
    /// 1 for the best; shared by those whom nothing has told apart.
    let rank: Int
    let place: RankingPlace
    let total: Rational
  }

  /// Best first.
  let order: [Alias]
  private let standings: [Alias: Standing]

  init(_ cohort: Cohort) {
    let order = cohort.finalOrder ?? []
    let ranking = cohort.assessment.ranking
    let totals = Dictionary(ranking?.entries.map { ($0.nominee, $0.total) } ?? []) { first, _ in first }
    let open = (ranking?.ties ?? []).map { Set($0.nominees) }.filter { tie in
      !cohort.assessment.resolved.contains { Set($0) == tie }
    }
    var standings: [Alias: Standing] = [:]
    for (index, nominee) in order.enumerated() {
      let level = open.first { $0.contains(nominee) } ?? [nominee]
      let places = order.indices.filter { level.contains(order[$0]) }
      let (first, last) = (places.first ?? index, places.last ?? index)
      let seats = cohort.setup.seats
      standings[nominee] = Standing(
        rank: first + 1, place: last < seats ? .withinTheSeats : first < seats ? .atTheBorder : .below,
        total: totals[nominee] ?? Rational(0))
    }
    self.order = order
    self.standings = standings
  }

  subscript(nominee: Alias) -> Standing? { standings[nominee] }
}
