import ArgumentParser

struct SelectionNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "selection", "Proposal, return and approval.",
    [Propose.self, Return.self, Approve.self, Show.self])
}
