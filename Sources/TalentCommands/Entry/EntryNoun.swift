import ArgumentParser

struct EntryNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "entry", "What is recorded of a participant's time: list, show, import, confirm, correct, void.",
    [List.self, Show.self, Confirm.self, Correct.self, Void.self, Import.self])
}
