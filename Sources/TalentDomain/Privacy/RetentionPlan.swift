/// How long each class of a person's data is kept, why, and what holds it.
///
/// A person has one key a class, so that all cohorts of a person end together: a class is kept until the last of its periods
/// has passed. What the personnel register holds (employment, account, record, link) is kept while somebody works here, and
/// until every case has passed: without it nobody knows any more whose the case was.
package struct RetentionPlan: Sendable {
  /// One class; a person has one key for it, so that all cohorts end together.
  package struct Line: Sendable, Hashable {
    package let retention: RetentionClass
    /// The last day on which it is kept; nil while that cannot be said, because something has not ended.
    package let until: CivilDate?
    /// What the period follows from, the longest first.
    package let grounds: [Ground]
    package let holds: [RetentionHold]

    package init(_ retention: RetentionClass, until: CivilDate?, grounds: [Ground], holds: [RetentionHold]) {
      self.retention = retention
      self.until = until
      self.grounds = grounds
      self.holds = holds
    }

    /// Whether the period has passed; holds are another question.
    package func hasPassed(on today: CivilDate) -> Bool { until.map { $0 < today } ?? false }

    /// Whether it is to go: the period has passed, and nothing holds it.
    package func isDue(on today: CivilDate) -> Bool { hasPassed(on: today) && holds.isEmpty }
  }

  package struct Ground: Sendable, Hashable {
    /// Nil for what no cohort is the reason of: employment, an account.
    package let cohort: Code?
    package let outcome: RetentionOutcome
    /// The day from which the period runs, and how many years; nil for what has not ended.
    package let from: CivilDate?
    package let years: Int

    package init(cohort: Code?, outcome: RetentionOutcome, from: CivilDate?, years: Int) {
      self.cohort = cohort
      self.outcome = outcome
      self.from = from
      self.years = years
    }

    /// The last day; nil for what has not ended.
    package var until: CivilDate? { from?.adding(years: years) }
  }

  /// In the order of the classes; without those whose key has been destroyed, where nothing was recorded since.
  package let lines: [Line]

  package init(lines: [Line]) {
    self.lines = lines
  }

  package subscript(retention: RetentionClass) -> Line? { lines.first { $0.retention == retention } }
}

extension RetentionPlan {
  /// - Parameters:
  ///   - cases: all of the person's parts in cohorts that are known.
  ///   - today: by it a programme is over or not; no period is reckoned from it.
  package init(of person: Alias, _ organisation: Organisation, cases: [CasePart], on today: CivilDate) {
    self.init(of: person, organisation, kept: cases.map { KeptCase($0, on: today) })
  }

  /// From what is known of each case: for those who ask about many people, and hold no cohort for longer than needed.
  package init(of person: Alias, _ organisation: Organisation, kept: [KeptCase]) {
    let holds = RetentionPlan.holds(on: person, organisation, kept)
    let register = RetentionPlan.register(person, organisation, kept)
    let destroyed = organisation.privacy.destroyed[person] ?? [:]
    let isEmployed = organisation.people[person] != nil
    lines = RetentionClass.allCases.compactMap { retention in
      // Of what is destroyed nothing is left but what has been recorded since.
      let gone = destroyed[retention]
      let grounds =
        retention.isOfRegister
        ? (gone == nil || isEmployed ? register : [])
        : kept.filter { one in gone.map { $0 < one.last } ?? true }.compactMap { $0.ground(of: retention) }
      // A link stands for a part in a cohort; whoever has none has no link.
      guard !grounds.isEmpty, retention != .link || !kept.isEmpty else { return nil }
      return Line(retention, until: latest(grounds), grounds: grounds.sorted(by: longerFirst), holds: holds)
    }
  }

  /// Employment, and every case.
  private static func register(_ person: Alias, _ organisation: Organisation, _ kept: [KeptCase]) -> [Ground] {
    let employment: [Ground] =
      if organisation.people[person] != nil {
        [Ground(cohort: nil, outcome: .employed, from: nil, years: 0)]
      } else if let former = organisation.former[person] {
        [Ground(cohort: nil, outcome: .employed, from: former.left, years: 0)]
      } else { [] }
    return employment + kept.map(\.registerGround)
  }

  private static func holds(on person: Alias, _ organisation: Organisation, _ kept: [KeptCase]) -> [RetentionHold] {
    let privacy = organisation.privacy
    let cohorts = kept.filter(\.isOwn).map(\.cohort)
    return RetentionHold.allCases.filter { hold in
      switch hold {
      case .archive: !privacy.cleared.isSuperset(of: cohorts)
      case .audit: !privacy.audited.isSuperset(of: cohorts)
      case .legalHold: privacy.holds[person] != nil
      case .openCase: kept.contains { $0.outcome == .open }
      case .othersCase: kept.contains(where: \.servesOthers)
      }
    }
  }
}

/// The last of the last days; nil where one of them is not known yet.
private func latest(_ grounds: [RetentionPlan.Ground]) -> CivilDate? {
  var last: CivilDate?
  for ground in grounds {
    guard let until = ground.until else { return nil }
    last = max(last ?? until, until)
  }
  return last
}

/// What has not ended lasts longest.
private func longerFirst(_ left: RetentionPlan.Ground, _ right: RetentionPlan.Ground) -> Bool {
  guard let one = left.until, let other = right.until else { return left.until == nil && right.until != nil }
  return (other, left.cohort?.value ?? "") < (one, right.cohort?.value ?? "")
}

extension RetentionClass {
  /// Whether it belongs to the register of people, and not to a case.
  package var isOfRegister: Bool {
    switch self {
    case .account, .employment, .link, .record: true
    case .assessment, .feedback, .nomination, .programme, .selection: false
    }
  }
}
