extension Cohort {
  /// The ranking with the decided ties in it, best first, without those who have withdrawn since; nil before it is
  /// computed. Undecided ties stand in one of their possible orders: see `unresolvedTies`.
  package var finalOrder: [Alias]? {
    guard let ranking = assessment.ranking else { return nil }
    var order = ranking.entries.map(\.nominee)
    for tie in ranking.ties {
      guard let decided = assessment.resolved.first(where: { Set($0) == Set(tie.nominees) }) else { continue }
      order.replaceSubrange(tie.first - 1..<tie.last, with: decided)
    }
    return order.filter { nominations.isEligible($0) }
  }

  /// Ties that need a decision of the HR Centre and have none. One of the kind `border` is always in the way of a proposal,
  /// one of the kind `reserve` only where the proposal's reserve touches it.
  package var unresolvedTies: [RankingTie] {
    guard let ranking = assessment.ranking else { return [] }
    return ranking.ties.filter { tie in
      tie.kind != .seats && !assessment.resolved.contains { Set($0) == Set(tie.nominees) }
        && tie.nominees.filter { nominations.isEligible($0) }.count > 1
    }
  }
}
