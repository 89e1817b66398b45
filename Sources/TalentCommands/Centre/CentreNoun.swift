import ArgumentParser

struct CentreNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "centre", "Centres, their chiefs and deputies.",
    [Import.self, Register.self, List.self, Appoint.self, Vacate.self])
}
