/// How somebody's part in a cohort ended, or what it was: periods of retention hang on it.
package enum RetentionOutcome: String, Choice {
  /// Took part in others' cases: as an assessor, a mentor, a host, a chief, who recorded.
  case contributed
  /// Works here, or did: what no cohort is the reason of.
  case employed
  /// The form was refused or withdrawn, or nobody was nominated after all.
  case notConsidered
  /// Assessed, and took no part: told of not being selected, or declined the seat or let the offer lapse.
  case notSelected
  /// Not ended yet.
  case open
  /// Had a seat, and completed the programme or left it.
  case participated
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
  /// Somebody else's case still needs the person: an assessor, a mentor, who proposed.
  case othersCase
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
