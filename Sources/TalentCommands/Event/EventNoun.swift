import ArgumentParser

struct EventNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "event", "One event of the log.",
    [Show.self])
}
