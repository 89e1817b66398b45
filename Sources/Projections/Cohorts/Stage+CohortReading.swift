internal import TalentDomain

extension CohortReading {
  var stage: Stage { seesOutcomes ? Stage(cohort) : Stage(embargoed: cohort) }
}
