import ArgumentParser

struct CriteriaNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "criteria", "What nominees are judged by.",
    [Publish.self])
}
