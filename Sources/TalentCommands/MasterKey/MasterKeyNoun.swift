import ArgumentParser

struct MasterKeyNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "key", "The master key, under which all other keys are locked.",
    [Escrow.self, Rotate.self])
}
