import ArgumentParser

struct ScoringNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "scoring", "The scoring of a cohort.",
    [Close.self])
}
