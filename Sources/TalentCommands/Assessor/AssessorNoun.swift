import ArgumentParser

struct AssessorNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "assessor", "Who assesses whom.",
    [Assign.self])
}
