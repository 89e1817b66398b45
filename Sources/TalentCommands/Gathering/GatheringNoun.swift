import ArgumentParser

struct GatheringNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "gathering", "One gathering: its time, and who was there.",
    [Reschedule.self, Attend.self, Import.self])
}
