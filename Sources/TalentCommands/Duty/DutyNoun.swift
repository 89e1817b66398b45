import ArgumentParser

struct DutyNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "duty", "What is outstanding.",
    [List.self])
}
