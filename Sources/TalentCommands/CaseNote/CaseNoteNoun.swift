import ArgumentParser

struct CaseNoteNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "case-note", "Notes on the case (duty to record).",
    [Record.self])
}
