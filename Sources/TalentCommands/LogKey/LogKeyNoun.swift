import ArgumentParser

struct LogKeyNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "log-key", "The keys that sign for the log.",
    [List.self, Rotate.self])
}
