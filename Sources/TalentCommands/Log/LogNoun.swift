import ArgumentParser

struct LogNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "log", "The log as it grows.",
    [Tail.self])
}
