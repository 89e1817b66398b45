/// How somebody's part in a cohort ended, or what it was: periods of retention hang on it.
package enum RetentionOutcome: String, Choice {
  /// Took part in another way: as an assessor, a mentor, a chief, who recorded.
  case contributed
  /// Not ended yet.
  case open
  /// Had a seat, and completed the programme or left it.
  case participated
  /// Assessed and told of not being selected.
  case notSelected
  /// The form was refused or withdrawn, or the nominee found not eligible, before anything was decided.
  case notConsidered
}

/// What keeps data beyond the end of its period.
package enum RetentionHold: String, Choice {
  /// The archives have not cleared the cohort's papers (arkivloven; GDPR art. 17(3)(d)).
  case archive
  /// The audit that needs the data is not done (art. 17(3)(b)).
  case audit
  /// Something is recorded that stops erasure (art. 17(3)(e), art. 18).
  case legalHold
  /// The case is not ended.
  case openCase
}

/// A person's part in one cohort, as the service has folded it.
package struct CasePart: Sendable {
  package let cohort: Code
  /// Who the person is there.
  package let alias: Alias
  package let state: Cohort

  package init(cohort: Code, alias: Alias, state: Cohort) {
    self.cohort = cohort
    self.alias = alias
    self.state = state
  }
}

/// How long each class of a person's data is kept, why, and what holds it.
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
  }

  package struct Ground: Sendable, Hashable {
    /// Nil for what no cohort is the reason of: employment, an account.
    package let cohort: Code?
    package let outcome: RetentionOutcome
    /// The day from which the period runs, and how many years.
    package let from: CivilDate?
    package let years: Int

    package init(cohort: Code?, outcome: RetentionOutcome, from: CivilDate?, years: Int) {
      self.cohort = cohort
      self.outcome = outcome
      self.from = from
      self.years = years
    }
  }

  /// In the order of the classes; without those whose key has been destroyed.
  package let lines: [Line]

  package subscript(retention: RetentionClass) -> Line? { lines.first { $0.retention == retention } }
}
