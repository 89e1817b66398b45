import ArgumentParser

struct PlanNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "plan", "Development plans and their goals.",
    [Show.self, Set.self, Progress.self, Import.self])
}
