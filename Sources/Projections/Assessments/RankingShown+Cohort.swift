package import TalentDomain

extension CohortReading {
  /// The answer to `ShowRanking`: decided ties in their decided order. Before it is computed, an answer without entries.
  ///
  /// There is a ranking only while scoring is closed, so that no assessor's own set can still be open.
  package func ranking() -> RankingShown? {
    guard cohort.isOpen, seesOutcomes else { return nil }
    var shown = RankingShown()
    guard let ranking = cohort.assessment.ranking else { return shown }
    shown.algorithm = ranking.algorithm
    shown.inputDigest = ranking.inputDigest
    shown.position = viewer.seesPositions ? cohort.assessment.rankedAt : nil
    shown.entries = standings().map { standing in
      var line = RankingLine()
      line.categoryThree = standing.entry.categoryThree
      line.nominee = Person(standing.entry.nominee)
      line.plainMean = standing.entry.plainMean
      line.profession = Thing(standing.entry.profession)
      line.rank = standing.rank
      line.tied = standing.isTied
      line.total = standing.entry.total
      line.workplace = Thing(standing.entry.workplace)
      return line
    }
    shown.ties = ranking.ties.map { tie in
      var line = TieLine()
      let decided = decidedOrder(of: tie)
      line.nominees = (decided ?? tie.nominees).map { Person($0) }
      line.resolved = decided != nil
      return line
    }
    return shown
  }

  /// Where somebody stands in the ranking.
  struct Standing {
    let entry: RankingEntry
    /// 1 for the best; shared by those whom nothing has told apart.
    let rank: Int
    let isTied: Bool
  }

  /// The ranking with the decided ties in it, best first.
  func standings() -> [Standing] {
    guard let ranking = cohort.assessment.ranking else { return [] }
    var standings = ranking.entries.map { Standing(entry: $0, rank: $0.rank, isTied: false) }
    for tie in ranking.ties {
      let places = tie.first - 1..<tie.last
      guard tie.first > 0, standings.indices.contains(places.lowerBound), places.upperBound <= standings.count else {
        continue
      }
      let entries = standings[places].map(\.entry)
      let order = decidedOrder(of: tie)
      let sorted = order.map { order in order.compactMap { one in entries.first { $0.nominee == one } } } ?? entries
      guard sorted.count == entries.count else { continue }
      for (offset, entry) in sorted.enumerated() {
        standings[places.lowerBound + offset] = Standing(
          entry: entry, rank: order == nil ? tie.first : tie.first + offset, isTied: order == nil)
      }
    }
    return standings
  }

  private func decidedOrder(of tie: RankingTie) -> [Alias]? {
    cohort.assessment.resolved.first { Set($0) == Set(tie.nominees) }
  }
}
