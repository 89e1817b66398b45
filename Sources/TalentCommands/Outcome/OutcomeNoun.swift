import ArgumentParser

struct OutcomeNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "outcome", "What has become of participants a year later.", [Record.self])
}
