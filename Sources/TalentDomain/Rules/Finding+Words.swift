extension Finding {
  /// A finding in plain words: Danish, then English.
  init(_ rule: Rule.ID, _ problem: (da: String, en: String), remedy: (da: String, en: String)) {
    self.init(
      rule, Bilingual(da: problem.da, en: problem.en), remedy: Bilingual(da: remedy.da, en: remedy.en))
  }
}

/// A check of every event that makes a form live, or lets it stand in a new version.
func onForms(_ check: @escaping @Sendable (FormFacts, Situation) -> Finding?) -> [Rule.Check] {
  onNewForms(check) + [on(NominationAmended.self) { check($0.form, $1) }]
}

/// A check of every event that makes a form live.
func onNewForms(_ check: @escaping @Sendable (FormFacts, Situation) -> Finding?) -> [Rule.Check] {
  [
    on(NominationSubmitted.self) { check($0.form, $1) }, on(NominationCompleted.self) { check($0.form, $1) },
    on(LateNominationAdmitted.self) { check($0.form, $1) },
  ]
}
