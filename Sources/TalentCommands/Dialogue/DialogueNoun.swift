import ArgumentParser

struct DialogueNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "dialogue", "Career and goal dialogues.",
    [List.self, Hold.self])
}
