/// Every fact of a cohort's setup.
package let setupFacts: [any CohortFact.Type] = [
  CohortOpened.self, CriteriaPublished.self, DeadlineExtended.self, GatheringRescheduled.self, ProgrammePublished.self,
  RuleSetAdopted.self, SeatCountChanged.self,
]

/// Every command of a cohort's setup.
package let setupCommands: [any CohortCommand.Type] = [
  AdoptRuleSet.self, ChangeSeatCount.self, ExtendDeadline.self, OpenCohort.self, PublishCriteria.self,
  PublishProgramme.self, RescheduleGathering.self,
]
