import ArgumentParser

struct DelegationNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "delegation", "Who may record on whose behalf.",
    [Grant.self, Revoke.self])
}
