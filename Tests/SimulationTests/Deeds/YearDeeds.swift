import TalentDomain

// From the kick-off to the certificate, whoever was there records it, or HR for them: what all of that shares.
extension Model {
  mutating func record(
    _ kind: EntryKind, _ people: [Who], on date: CivilDate, _ amount: Rational, _ moment: Moment,
    with counterpart: Who? = nil, of: Int? = nil, in cohort: Int
  ) {
    cohorts[cohort].year.entries.append(
      .init(
        kind: kind, participants: people, date: date, amount: amount, counterpart: counterpart,
        recorder: moment.principal ?? -1, of: of))
  }

  /// The participant, the other of the two, or somebody who records for the participant in the own name.
  func isParty(_ who: Who, _ counterpart: Who?, _ moment: Moment) -> Bool {
    guard let principal = moment.principal else { return false }
    return principal == who || principal == counterpart || (moment.behalf == nil && mayRecord(moment.actor, for: who))
  }

  func expectParty(_ who: Who, _ counterpart: Who?, _ moment: Moment) throws(Stop) {
    guard isParty(who, counterpart, moment) else { throw .notPermitted }
  }

  func expectEach(_ people: [Who]) throws(Stop) {
    guard !people.isEmpty else { throw .invalid }
    try expectEachOnce(people)
  }

  func expectRecordable(_ people: [Who], _ moment: Moment) throws(Stop) {
    try expectEach(people)
    guard people.allSatisfy({ mayAnswer(for: $0, moment) }) else { throw .notFound }
  }

  /// An entry is there for those who were, for whoever recorded it, and for HR.
  func expectSeen(_ entry: Int, _ moment: Moment, in cohort: Int) throws(Stop) -> YearState.Entry {
    let state = try opened(cohort)
    guard entry < state.year.entries.count else { throw .notFound }
    let of = state.year.entries[entry]
    guard
      of.participants.contains(moment.principal ?? -1) || of.counterpart == moment.principal
        || of.recorder == moment.principal || holds(moment.actor, .hr, in: cohort)
    else { throw .notFound }
    return of
  }
}

extension Rational {
  /// Quarters, halves or wholes: of days at most ten, of hours at most a day's.
  func isTime(_ unit: TimeUnit) -> Bool {
    [1, 2, 4].contains(denominator) && numerator > 0 && numerator <= (unit == .days ? 10 : 24) * denominator
  }
}
