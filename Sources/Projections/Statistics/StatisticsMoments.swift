package import TalentDomain

/// How a cohort stood at the moments that its statistics count: each is fixed by what happened, so that what comes later
/// changes no table, and nobody can learn of one person by asking before and after.
package struct StatisticsMoments: Sendable {
  /// When scoring was closed.
  package private(set) var judged: Cohort?
  /// When the last nominee had been told of the outcome.
  package private(set) var told: Cohort?
  /// Some weeks after the last gathering, when completion had been ruled on.
  package private(set) var ended: Cohort?
  /// Some weeks after the outcomes of a year later were due.
  package private(set) var followed: Cohort?
  private var state = Cohort()

  /// Days beyond the last day on which something is due.
  private static let grace = 30

  package init() {}

  /// - Parameters:
  ///   - event: the day on which it was recorded.
  ///   - fold: applies it.
  package mutating func take(recorded day: CivilDate, _ fold: (inout Cohort) throws -> Void) rethrows {
    pass(day)
    try fold(&state)
    if judged == nil, state.assessment.closed != nil { judged = state }
    if told == nil, state.hasToldEverybody { told = state }
  }

  /// No event came between the last one and this day.
  package mutating func pass(_ day: CivilDate) {
    guard told != nil, let last = state.setup.gatherings.map(\.ends.date).max() else { return }
    let due = state.setup.rules(on: last).duties ?? DutyValues()
    if ended == nil, day > last.adding(days: due.completionDays + Self.grace) { ended = state }
    if followed == nil, day > last.adding(days: due.outcomeDays + Self.grace) { followed = state }
  }
}

extension Cohort {
  /// Whether every nominee whose case was decided knows how: no offer is open, and nobody waits on the reserve.
  fileprivate var hasToldEverybody: Bool {
    guard selection.approved != nil, !selection.seats.values.contains(where: { $0.status == .offered }) else {
      return false
    }
    return nominations.live.keys.allSatisfy { selection.seats[$0] != nil || selection.notified[$0] != nil }
  }
}
