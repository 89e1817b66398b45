internal import TalentDomain

/// Who sees which rows of a cohort: deny by default.
extension CohortReading {
  /// Whether this viewer knows what is decided before it is told. A nominee does not, in whatever capacity: nobody outside
  /// the decision sees an outcome before the offer or the letter, and nobody takes part in deciding on oneself (R19). Nor does
  /// whoever has a conflict of interest in one of its cases, who may neither propose nor approve, until it is made.
  var seesOutcomes: Bool {
    viewer.holds(.hr, .board, .secretary, .auditor) && !isNominee
      && (present.selection.approved != nil || !present.isBarredFromAny(viewer.alias))
  }

  /// Whether the viewer has a live nomination in this cohort.
  var isNominee: Bool { viewer.alias != .none && present.nominations.live[viewer.alias] != nil }

  /// Whether the viewer has a conflict of interest towards a nominee (R19): the case is closed to them in every office.
  func isBarred(from nominee: Alias) -> Bool {
    viewer.alias != .none && present.assessment.isBarred(viewer.alias, from: nominee)
  }

  /// Whether this viewer may see a form: those who handle all cases, the chief who handed it in or leads the nominee's
  /// centre, and its assessors. A person's own case is another question (`myCase`).
  func sees(_ form: Nomination) -> Bool {
    if form.nominee != .none, form.nominee == viewer.alias { return false }
    if viewer.holds(.hr, .board, .secretary, .auditor, .dpo), !isBarred(from: form.nominee) { return true }
    return isHandedInByViewer(form) || leadsCentre(form.centre) || isAssessor(of: form.nominee)
  }

  /// Whether the viewer assesses this nominee: assigned, and not barred by a conflict of interest.
  func isAssessor(of nominee: Alias) -> Bool {
    viewer.holds(.assessor) && present.isAssessor(viewer.alias, of: nominee)
  }

  /// Whether the viewer is one of a nominee's assessors who has not scored every question yet: then others' scores stay
  /// hidden, whatever else the viewer is (R20).
  func isBlind(towards nominee: Alias) -> Bool { present.isBlind(viewer.alias, towards: nominee) }

  /// The same of anybody: then counts of sets are hidden too.
  var isBlindTowardsAny: Bool { present.isBlindTowardsAny(viewer.alias) }

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
