import ArgumentParser

struct CohortNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "cohort", "Cohorts: seats, dates and how far they have come.",
    [
      SetUp.self, Open.self, List.self, Show.self, Progress.self, Deviations.self, Criteria.self, ExtendDeadline.self,
      ChangeSeats.self, Statistics.self,
    ])
}
