import ArgumentParser

struct BackupNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "backup", "Copies of the log and its keys, which the service makes and verifies.",
    [List.self, Make.self])
}
