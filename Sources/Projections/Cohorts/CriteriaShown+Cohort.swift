package import TalentDomain

extension CohortReading {
  /// The answer to `ShowCriteria`: what holds on a day. It is no secret, whoever asks.
  package func criteria(on day: CivilDate) -> CriteriaShown? {
    guard cohort.isOpen else { return nil }
    var shown = CriteriaShown()
    shown.criteria = cohort.setup.criteria
    shown.frozen = cohort.assessment.firstScore != nil
    shown.gatherings = cohort.setup.gatherings
    shown.ruleSet = cohort.setup.rules(on: day)
    shown.ruleSetVersion = cohort.setup.ruleSetVersion(on: day)
    return shown
  }
}
