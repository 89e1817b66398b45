package import TalentDomain

extension CohortReading {
  /// This cohort in a list (`ListCohorts`). That it exists, everybody knows.
  package func line() -> CohortLine? {
    guard cohort.isOpen else { return nil }
    var line = CohortLine()
    line.code = code
    line.kickOff = cohort.setup.kickOff
    line.seats = cohort.setup.seats
    line.stage = stage
    line.title = cohort.setup.title
    return line
  }
}

extension CohortList {
  /// The answer to `ListCohorts`. The readings come in the order in which the cohorts were opened.
  package init<O>(_ readings: [CohortReading<O>]) {
    self.init()
    cohorts = readings.compactMap { $0.line() }
  }
}
