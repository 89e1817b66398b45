import ArgumentParser

struct ConversationNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "conversation", "Talent conversations.",
    [Hold.self])
}
