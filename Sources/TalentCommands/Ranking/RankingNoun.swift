import ArgumentParser

struct RankingNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "ranking", "The order of the nominees.",
    [Compute.self, Show.self, Resolve.self])
}
