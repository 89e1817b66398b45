import ArgumentParser

struct FeedbackNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "feedback", "Feedback to those not selected.",
    [Give.self, Show.self])
}
