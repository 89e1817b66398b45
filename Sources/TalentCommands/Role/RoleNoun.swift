import ArgumentParser

struct RoleNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "role", "Who may do what.",
    [Grant.self, Revoke.self, List.self])
}
