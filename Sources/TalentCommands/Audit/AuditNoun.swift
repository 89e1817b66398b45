import ArgumentParser

struct AuditNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "audit", "The audit trail, and evidence to take away.",
    [Trail.self, Export.self, Verify.self])
}
