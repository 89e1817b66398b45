import ArgumentParser

extension PersonNoun {
  struct AccessNoun: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
      "access", "A person's right of access to the own data (GDPR art. 15).", [Export.self])
  }
}
