import ArgumentParser

struct EntryNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "entry", "What is recorded of a participant's time: import, confirm, correct, void.",
    [Confirm.self, Correct.self, Void.self, Import.self])
}
