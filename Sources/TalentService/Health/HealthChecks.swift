import TalentDomain

/// Every check, in the order in which what they find is told.
enum HealthChecks {
  static let all: [any HealthCheck.Type] = [
    WritingHealth.self, HeartbeatHealth.self, SocketHealth.self, ConfigurationHealth.self, DiskHealth.self,
    MasterKeyHealth.self, EscrowHealth.self, AnchorHealth.self, BackupHealth.self,
  ]

  /// What is amiss and may be told, the grave first.
  static func findings(_ context: HealthContext, may: (HealthAudience) -> Bool) -> [HealthFinding] {
    let findings = all.filter { may($0.audience) }.flatMap { $0.look(context) }.compactMap { verdict in
      if case .amiss(let finding) = verdict { finding } else { nil }
    }
    return findings.filter(\.grave) + findings.filter { !$0.grave }
  }
}
