import ArgumentParser

struct GatheringNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "gathering", "Gatherings: their times, and who was there.",
    [List.self, ListAttendance.self, Reschedule.self, Attend.self, Import.self])
}
