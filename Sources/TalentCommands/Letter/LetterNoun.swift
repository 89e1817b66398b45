import ArgumentParser

struct LetterNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "letter", "Letters to those not selected.",
    [Send.self])
}
