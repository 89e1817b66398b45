import ArgumentParser

struct ConflictNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "conflict", "Conflicts of interest.",
    [Declare.self, Rule.self])
}
