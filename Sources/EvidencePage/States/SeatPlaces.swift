internal import TalentDomain

/// The seats as places that fill: whoever takes a seat keeps the place, and whoever comes after one who left takes that one's.
struct SeatPlaces: Sendable, Equatable {
  struct Taken: Sendable, Equatable {
    let nominee: Alias
    let status: SeatState.Status
    let promoted: Bool
  }

  private(set) var places: [Taken?] = []

  mutating func follow(_ seats: [Alias: SeatState], count: Int) {
    let occupied = seats.filter { $0.value.isOccupied }
    for index in places.indices {
      places[index] = places[index].flatMap { taken in occupied[taken.nominee].map { Taken(taken.nominee, $0) } }
    }
    while places.count > count, let free = places.lastIndex(where: { $0 == nil }) { places.remove(at: free) }
    while places.count < count { places.append(nil) }
    let seated = Set(places.compactMap { $0?.nominee })
    let new = occupied.filter { !seated.contains($0.key) }.sorted {
      ($0.value.position, $0.key) < ($1.value.position, $1.key)
    }
    for (nominee, seat) in new {
      let taken = Taken(nominee, seat)
      // More than there are seats is against a rule, and shown all the same.
      if let free = places.firstIndex(of: nil) { places[free] = taken } else { places.append(taken) }
    }
  }
}

extension SeatPlaces.Taken {
  init(_ nominee: Alias, _ seat: SeatState) {
    self.init(nominee: nominee, status: seat.status, promoted: seat.promoted)
  }
}
