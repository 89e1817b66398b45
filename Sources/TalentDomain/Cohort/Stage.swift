/// How far a cohort has come.
package enum Stage: String, Choice {
  case setup, nominating, assessing, ranked, proposed, approved
}

extension Stage {
  /// How far a cohort has come.
  package init(_ cohort: Cohort) {
    if cohort.selection.approved != nil {
      self = .approved
    } else if cohort.selection.proposal?.status == .proposed {
      self = .proposed
    } else if cohort.assessment.ranking != nil {
      self = .ranked
    } else if !cohort.assessment.assigned.isEmpty {
      self = .assessing
    } else {
      self = cohort.setup.criteria != nil || !cohort.nominations.order.isEmpty ? .nominating : .setup
    }
  }

  /// The same for those outside the decision: what goes on between the scoring and the first offer or letter reads as one.
  package init(embargoed cohort: Cohort) {
    let stage = Stage(cohort)
    let isTold = !cohort.selection.seats.isEmpty
    switch stage {
    case .setup, .nominating, .assessing: self = stage
    case .ranked, .proposed: self = .assessing
    case .approved: self = isTold ? .approved : .assessing
    }
  }
}
