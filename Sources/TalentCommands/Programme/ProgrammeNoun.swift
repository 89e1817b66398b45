import ArgumentParser

struct ProgrammeNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "programme", "The gatherings of the programme.",
    [Publish.self])
}
