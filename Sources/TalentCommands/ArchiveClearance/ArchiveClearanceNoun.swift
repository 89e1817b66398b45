import ArgumentParser

struct ArchiveClearanceNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "archive-clearance", "The archives' word on which papers may go.",
    [Record.self])
}
