import ArgumentParser

struct AccountNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "account", "Operating-system accounts.",
    [Import.self, Bind.self, Unbind.self])
}
