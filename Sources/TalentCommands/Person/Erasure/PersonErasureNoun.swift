import ArgumentParser

extension PersonNoun {
  struct ErasureNoun: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
      "erasure", "The erasure of a person's data: asked for, decided, carried out.",
      [Request.self, Decide.self, CarryOut.self, List.self])
  }
}
