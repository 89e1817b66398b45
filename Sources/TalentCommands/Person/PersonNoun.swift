import ArgumentParser

struct PersonNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "person", "Employees: who they are, and where they work.",
    [
      Import.self, Register.self, Show.self, List.self, Employ.self, Leave.self, Inform.self, Looks.self, History.self,
      AccessNoun.self, ErasureNoun.self,
    ])
}
