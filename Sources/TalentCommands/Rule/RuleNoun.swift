import ArgumentParser

struct RuleNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "rule", "The rules of the programme.",
    [List.self])
}
