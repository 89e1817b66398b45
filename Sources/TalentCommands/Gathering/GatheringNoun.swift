import ArgumentParser

struct GatheringNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "gathering", "One gathering.",
    [Reschedule.self])
}
