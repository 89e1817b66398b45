import ArgumentParser

struct RuleSetNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "rule-set", "The numbers that the rules go by.",
    [Adopt.self])
}
