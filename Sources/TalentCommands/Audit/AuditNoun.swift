import ArgumentParser

struct AuditNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "audit", "The audit trail.",
    [Trail.self])
}
