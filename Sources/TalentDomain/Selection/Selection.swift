/// From the HR Centre's proposal to occupied seats and told outcomes.
package struct Selection: Sendable {
  package var proposal: ProposalState?
  /// Proposals so far; the next one's number is one more.
  package var proposals = 0
  /// The position of `selection.approved`.
  package var approved: Int?
  package var seats: [Alias: SeatState] = [:]
  /// The ranked reserve that is left, best first.
  package var reserve: [Alias] = []
  /// Nominees who have been told that they were not selected, and by when their leader owes them feedback (R12).
  package var notified: [Alias: CivilDate] = [:]
  /// When somebody took a seat.
  package var joined: [Alias: Joining] = [:]
  /// When somebody who had a seat left it or put it off.
  package var left: [Alias: Instant] = [:]
  package var feedbackGiven: [Alias: Int] = [:]
  /// Open complaints by nominee: the latest unanswered one.
  package var complaints: [Alias: OpenComplaint] = [:]
  package var caseNotes = 0
  /// Those to whom the board has promised a seat in the next cohort.
  package var seatsNextCohort: [Alias] = []

  package init() {}

  /// Seats that are taken or held by a live offer (R1).
  package var occupied: Int {
    seats.values.reduce(0) { $0 + ($1.isOccupied ? 1 : 0) }
  }

  /// The proposal that the executive board has approved.
  package var approvedProposal: ProposalState? {
    approved == nil ? nil : proposal
  }

  /// Who has been told of not being selected and still awaits the leader's feedback, the earliest due first (R12).
  package var feedbackOwed: [(nominee: Alias, due: CivilDate)] {
    notified.filter { feedbackGiven[$0.key] == nil }
      .map { (nominee: $0.key, due: $0.value) }
      .sorted { ($0.due, $0.nominee) < ($1.due, $1.nominee) }
  }
}

/// When somebody became a participant.
package struct Joining: Sendable, Hashable {
  package var effective: Instant
  /// The local date on which it was recorded.
  package var day: CivilDate
}

package struct OpenComplaint: Sendable, Hashable {
  package var position: Int
  /// The local date on which its receipt was recorded.
  package var received: CivilDate
}

package struct ProposalState: Sendable, Hashable {
  package enum Status: String, Choice {
    case approved, proposed, returned
  }

  package var digest: Digest
  /// In whose name it was proposed.
  package var proposer: Alias
  /// Who recorded it: the proposer, or whoever did so on the proposer's behalf. Neither may approve it (R9).
  package var recorder: Alias
  package var position: Int
  /// The local date on which it was recorded: no earlier meeting can have approved it.
  package var date: CivilDate
  /// The digest of the input of the ranking that it rests on.
  package var ranking: Digest
  package var selected: [Alias]
  package var reserve: [Alias]
  package var rest: [Alias]
  /// The nominees for whom it gives a ground for departing from the ranking.
  package var departures: [Alias]
  package var status: Status

  package init(
    digest: Digest, proposer: Alias, recorder: Alias, position: Int, date: CivilDate, ranking: Digest,
    selected: [Alias], reserve: [Alias], rest: [Alias], departures: [Alias], status: Status
  ) {
    self.digest = digest
    self.proposer = proposer
    self.recorder = recorder
    self.position = position
    self.date = date
    self.ranking = ranking
    self.selected = selected
    self.reserve = reserve
    self.rest = rest
    self.departures = departures
    self.status = status
  }

  /// Everyone whom it concerns.
  package var nominees: [Alias] { selected + reserve + rest }
}

package struct SeatState: Sendable, Hashable {
  package enum Status: String, Choice {
    case accepted, declined, deferred, lapsed, offered, withdrawn
  }

  package var status: Status
  /// The last day on which the offer may be answered.
  package var answerBy: CivilDate
  /// The first instant that is too late for an answer.
  package var closes: Instant
  /// Whether it was offered from the reserve.
  package var promoted: Bool
  /// The position of the latest event about it.
  package var position: Int

  package init(status: Status, answerBy: CivilDate, closes: Instant, promoted: Bool, position: Int) {
    self.status = status
    self.answerBy = answerBy
    self.closes = closes
    self.promoted = promoted
    self.position = position
  }

  /// Taken, or held by a live offer (R1).
  package var isOccupied: Bool { status == .offered || status == .accepted }
}
