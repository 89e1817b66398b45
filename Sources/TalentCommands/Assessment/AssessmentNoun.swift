import ArgumentParser

struct AssessmentNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "assessment", "Scores: two assessors, blind.",
    [Import.self, Score.self, Revise.self, Void.self, List.self])
}
