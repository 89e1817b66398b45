import ArgumentParser

struct LegalHoldNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "legal-hold", "What stops the erasure of a person's data.",
    [Set.self, Lift.self])
}
