import ArgumentParser

struct AdminNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "admin", "The service itself.",
    [Status.self, Whoami.self, LogKeyNoun.self])
}
