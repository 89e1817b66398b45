import ArgumentParser

struct ReserveNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "reserve", "The ranked reserve.",
    [Promote.self, Lapse.self])
}
