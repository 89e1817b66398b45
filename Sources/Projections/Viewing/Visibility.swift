internal import TalentDomain

/// Who sees which rows of a cohort: deny by default.
extension CohortReading {
  /// Whether this viewer knows what is decided before it is told. A nominee does not, in whatever capacity: nobody outside
  /// the decision sees an outcome before the offer or the letter, and nobody takes part in deciding on oneself (R19).
  var seesOutcomes: Bool { viewer.holds(.hr, .board, .secretary, .auditor) && !isNominee }

  /// Whether the viewer has a live nomination in this cohort.
  var isNominee: Bool { viewer.alias != .none && cohort.nominations.live[viewer.alias] != nil }

  /// Whether this viewer may see a form: those who handle all cases, the chief who handed it in or leads the nominee's
  /// centre, and its assessors. A person's own case is another question (`myCase`).
  func sees(_ form: Nomination) -> Bool {
    if form.nominee != .none, form.nominee == viewer.alias { return false }
    if viewer.holds(.hr, .board, .secretary, .auditor, .dpo) { return true }
    return isHandedInByViewer(form) || leadsCentre(form.centre) || isAssessor(of: form.nominee)
  }

  /// Whether the viewer assesses this nominee: assigned, and not barred by a conflict of interest.
  func isAssessor(of nominee: Alias) -> Bool {
    guard viewer.holds(.assessor), viewer.alias != .none, nominee != .none else { return false }
    return cohort.assessment.assigned[nominee, default: []].contains(viewer.alias)
      && !cohort.assessment.isBarred(viewer.alias, from: nominee)
  }

  /// Whether the viewer is one of a nominee's assessors who has not scored every question yet: then others' scores stay
  /// hidden, whatever else the viewer is (R20).
  func isBlind(towards nominee: Alias) -> Bool {
    guard viewer.alias != .none, cohort.assessment.assigned[nominee, default: []].contains(viewer.alias) else {
      return false
    }
    guard let criteria = cohort.setup.criteria else { return true }
    return !cohort.assessment.set(of: nominee, by: viewer.alias).isComplete(criteria)
  }

  /// Whether the viewer is the nominee's immediate leader today.
  func leads(_ nominee: Alias) -> Bool {
    guard viewer.holds(.leader), let leader = leader(of: nominee) else { return false }
    return leader == viewer.person
  }

  /// The immediate leader, by the id in the organisation's stream; nil where nobody is, or once the nominee is erased.
  func leader(of nominee: Alias) -> Alias? {
    opener.person(behind: nominee).flatMap { organisation.people[$0]?.leader }
  }

  /// How the case of a form stands, as this viewer may know it.
  func status(of form: Nomination) -> CaseStatus { cohort.status(of: form, embargoed: !seesOutcomes) }

  private func isHandedInByViewer(_ form: Nomination) -> Bool {
    viewer.holds(.centreChief) && viewer.alias != .none && form.chief == viewer.alias
  }

  private func leadsCentre(_ code: Alias) -> Bool {
    guard viewer.holds(.centreChief), code != .none, let centre = opener.thing(behind: code) else { return false }
    return organisation.post(of: viewer.person, in: centre) != nil
  }
}

extension Thing {
  /// A thing by its code, nil for none.
  init?(known code: Alias) {
    guard code != .none else { return nil }
    self.init(code)
  }
}
