import ArgumentParser

struct AuditNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "audit", "The audit trail, a selection judged again, and evidence to take away.",
    [Trail.self, Replay.self, Explain.self, Export.self, Verify.self, Conclude.self])
}
