/// Where a proposal departs from the ranking (R9), told from the order alone.
struct Departures {
  /// Chosen for a seat though placed below the seats, or the reverse; and passed over in the reserve by somebody placed
  /// worse. Each needs its ground.
  let nominees: [Alias]
  /// The unresolved ties that decide who gets a seat, or who comes first in the reserve.
  let openTies: [[Alias]]

  /// - Parameters:
  ///   - order: all eligible nominees, best first.
  ///   - seats: how many of them the seats suffice for. Whoever stands within and is left out departs too: «Der er plads
  ///     til 20 deltagere».
  ///   - ties: those of the ranking that nobody has resolved: their order within `order` means nothing.
  init(selected: [Alias], reserve: [Alias], order: [Alias], seats: Int, ties: [[Alias]]) {
    let chosen = Set(selected)
    let best = Set(order.prefix(seats))
    let misplaced = order.filter { chosen.contains($0) != best.contains($0) }

    let remaining = order.filter { !chosen.contains($0) }
    let place = Dictionary(uniqueKeysWithValues: remaining.enumerated().map { ($1, $0) })
    let turn = Dictionary(uniqueKeysWithValues: reserve.enumerated().map { ($1, $0) })
    let passedOver = remaining.filter { nominee in
      guard !best.contains(nominee), let own = place[nominee] else { return false }
      return reserve.contains { other in
        guard let rank = place[other], let ahead = turn[other], rank > own else { return false }
        return ahead < turn[nominee] ?? reserve.count
      }
    }
    nominees = misplaced + passedOver

    openTies = ties.filter { tie in
      let tied = tie.filter(order.contains)
      let within = tied.count(where: best.contains)
      guard within == 0 else { return within < tied.count }
      let left = tied.filter { place[$0] != nil }
      return left.count > 1 && left.contains { turn[$0] != nil }
    }
  }
}
