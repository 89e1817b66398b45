/// A gathering that has not been held moves to another time, between those before and after it.
package struct RescheduleGathering: CohortCommand {
  package var cohort = Code.blank
  package var ends = LocalTime.blank
  package var number = 0
  package var starts = LocalTime.blank

  package static let purpose = Bilingual(
    da: "Flyt en samling.",
    en: "Reschedule a gathering.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("ends", &ends)
    try members("number", &number, "The gathering's number.")
    try members("starts", &starts)
  }

  package func propose(_ cohort: Cohort, _ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal]
  {
    _ = try cohort.opened()
    return [Proposal(GatheringRescheduled(ends: ends, number: number, starts: starts))]
  }
}

/// A gathering has another time than before.
package struct GatheringRescheduled: CohortFact {
  package var ends = LocalTime.blank
  package var number = 0
  package var starts = LocalTime.blank

  package static let type: StaticString = "gathering.rescheduled.v1"
  package static let purpose = Bilingual(
    da: "En samling er flyttet.",
    en: "A gathering has been rescheduled.")

  package init() {}
  package init(ends: LocalTime, number: Int, starts: LocalTime) {
    self.ends = ends
    self.number = number
    self.starts = starts
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ends", &ends)
    try members("number", &number)
    try members("starts", &starts)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    guard let index = cohort.setup.gatherings.firstIndex(where: { $0.number == number }) else { return }
    cohort.setup.gatherings[index].starts = starts
    cohort.setup.gatherings[index].ends = ends
    cohort.setup.schedule.announce(cohort.setup.gatherings[index], number: number, header)
  }
}
