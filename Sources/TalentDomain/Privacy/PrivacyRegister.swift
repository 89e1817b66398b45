/// What has been asked for and decided about the erasure of personal data, and what stands in its way.
package struct PrivacyRegister: Sendable {
  /// Requests that nobody has decided.
  package var requests: [Alias: ErasureRequest] = [:]
  /// Erasures that were granted and have not been carried out.
  package var granted: [Alias: ErasureGrant] = [:]
  /// Erasures that have begun: keys may be gone, and no event says so yet.
  package var begun: [Alias: ErasureUnderWay] = [:]
  /// Whose keys of which classes have been destroyed, and on which day: what is recorded later is sealed under a new key, and
  /// kept anew.
  package var destroyed: [Alias: [RetentionClass: CivilDate]] = [:]
  /// The day on which each hold was set.
  package var holds: [Alias: [HoldGround: CivilDate]] = [:]
  /// Cohorts whose papers the archives have cleared, and those whose audit is done.
  package var cleared: Set<Code> = []
  package var audited: Set<Code> = []

  package init() {}

  /// Whether nobody knows any more who this was.
  package func isErased(_ person: Alias) -> Bool { destroyed[person]?[.employment] != nil }
}

package struct ErasureRequest: Sendable, Hashable {
  package var classes: [RetentionClass]
  /// The day on which it came in.
  package var received: CivilDate
  package var position: Int
}

package struct ErasureGrant: Sendable, Hashable {
  package var classes: [RetentionClass]
  package var basis: ErasureBasis
  /// In whose name it was decided, and who recorded it: neither may carry it out.
  package var decider: Alias
  package var recorder: Alias
  /// The day on which it was decided.
  package var day: CivilDate
  package var position: Int
}

package struct ErasureUnderWay: Sendable, Hashable {
  package var classes: [RetentionClass]
  package var position: Int
}

/// Why somebody's data must stay for the time being.
package enum HoldGround: String, Choice {
  /// A legal claim (art. 17(3)(e)).
  case claim
  /// A complaint or a case with an authority (art. 17(3)(b)).
  case complaint
  /// The person has asked that the data be kept unused (art. 18).
  case restriction
}

extension ErasureRequest {
  /// The last day for the answer: a month from the receipt (GDPR art. 12(3)).
  package var answerBy: CivilDate { received.adding(months: 1) }

  /// By how many days the answer is late; nil while it is not.
  package func daysLate(on today: CivilDate) -> Int? {
    today > answerBy ? today.dayNumber - answerBy.dayNumber : nil
  }
}
