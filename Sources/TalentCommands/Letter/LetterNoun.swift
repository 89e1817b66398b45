import ArgumentParser

struct LetterNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "letter", "Letters and documents: rendered, listed, checked; and the refusals that are told.",
    [Send.self, Render.self, List.self, Check.self])
}
