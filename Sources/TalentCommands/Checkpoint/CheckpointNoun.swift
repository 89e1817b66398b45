import ArgumentParser

struct CheckpointNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "checkpoint", "Signed checkpoints.",
    [Show.self])
}
