package import TalentDomain

extension CohortReading {
  /// The answer to `ListSeats`: who was offered a seat, who is in reserve, and who has been told of not being selected.
  package func seats() -> SeatList? {
    guard cohort.isOpen, seesOutcomes else { return nil }
    let selection = cohort.selection
    var list = SeatList()
    list.seats = cohort.setup.seats
    list.occupied = selection.occupied
    list.reserve = selection.approved == nil ? [] : cohort.reserveLeft.map { Person($0) }
    list.lines = cohort.inOrder(selection.seats.keys).compactMap { nominee in
      guard let seat = selection.seats[nominee] else { return nil }
      var line = SeatLine()
      line.answerBy = seat.answerBy
      line.nominee = Person(nominee)
      line.promoted = seat.promoted
      line.status = seat.status
      line.workplace = cohort.nominations.live(of: nominee).flatMap { Thing(known: $0.workplace) }
      return line
    }
    list.told = cohort.inOrder(selection.notified.keys).compactMap { nominee in
      guard let due = selection.notified[nominee] else { return nil }
      var line = ToldLine()
      line.feedbackDue = due
      line.given = selection.feedbackGiven[nominee] != nil
      line.leader = leader(of: nominee).map { Person($0) }
      line.nominee = Person(nominee)
      return line
    }
    return list
  }
}

extension Cohort {
  /// Nominees as the proposal names them; whoever it does not hold comes last.
  func inOrder(_ nominees: some Sequence<Alias>) -> [Alias] {
    let proposed = selection.proposal?.nominees ?? []
    let place = Dictionary(proposed.enumerated().map { ($1, $0) }) { first, _ in first }
    return nominees.sorted { (place[$0] ?? proposed.count, $0) < (place[$1] ?? proposed.count, $1) }
  }
}
