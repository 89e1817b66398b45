import ArgumentParser

struct ProjectionNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "projection", "The views made from the log.",
    [List.self, Rebuild.self])
}
