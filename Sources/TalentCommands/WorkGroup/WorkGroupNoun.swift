import ArgumentParser

struct WorkGroupNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "workgroup", "Work groups: members, meetings and individual work.",
    [List.self, Show.self, Form.self, Join.self, Meet.self, Work.self])
}
