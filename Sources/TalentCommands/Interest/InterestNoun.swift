import ArgumentParser

struct InterestNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "interest", "Employees' confirmed interest.",
    [Confirm.self])
}
