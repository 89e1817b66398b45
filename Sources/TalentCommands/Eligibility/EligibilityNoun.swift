import ArgumentParser

struct EligibilityNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "eligibility", "Who meets the conditions for taking part.",
    [Confirm.self, Reject.self])
}
