/// What is fixed before the first form arrives: seats, dates, rule set, criteria and gatherings.
package struct Setup: Sendable {
  /// The position of `cohort.opened`.
  package var opened: Int?
  /// The local date on which it was opened.
  package var openedOn = CivilDate.blank
  /// When that was recorded.
  package var openedAt = Instant.blank
  /// The cohort's own code, such as `2027`.
  package var code = Code.blank
  package var title = Line("")
  package var zone = Line("")
  package var seats = 0
  /// The last day on which a form is on time; `closes` is the first instant that is late (R2).
  package var deadline = CivilDate.blank
  package var closes = Instant.blank
  package var mbtiDate = CivilDate.blank
  package var kickOff = CivilDate.blank
  package var ruleSets: [RuleSetAdopted] = []
  package var criteria: Criteria?
  package var criteriaDigest: Digest?
  /// In the order of their dates.
  package var gatherings: [Gathering] = []
  /// How they have come to lie where they lie.
  package var schedule = Schedule()

  package init() {}

  /// The rule set in force on a day: the latest adopted that holds from that day or earlier.
  package func rules(on day: CivilDate) -> RuleSet {
    ruleSets.last(where: { $0.from <= day })?.values ?? RuleSet()
  }

  /// Its version, as leaves name it.
  package func ruleSetVersion(on day: CivilDate) -> Code? {
    ruleSets.last(where: { $0.from <= day })?.version
  }
}
