import ArgumentParser

struct AdminNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "admin", "The service itself.",
    [
      BackupNoun.self, Checkpoint.self, Doctor.self, Metrics.self, Status.self, Whoami.self, LogKeyNoun.self,
      MasterKeyNoun.self,
    ])
}
