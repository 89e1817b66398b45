import TalentDomain

/// One thing that is looked at when somebody asks whether all is well: a file each, gathered in `HealthChecks`.
///
/// It must be quick and write nothing, and its words hold no personal data.
protocol HealthCheck: SendableMetatype {
  /// Who is told of it by `admin status`.
  static var audience: HealthAudience { get }
  /// What is there to be said; nothing where this check has no place, for instance in a simulated log.
  static func look(_ context: HealthContext) -> [HealthVerdict]
}

enum HealthAudience {
  case administrators
  /// Those who may see positions and counts.
  case keepers
  case everyone
}

/// What checks look at.
struct HealthContext {
  let daemon: Daemon
  let memory: Memory
  let now: Instant
  /// False for whom the log is closed to: how large it is, and how fast it grows, would tell what happens.
  var showsSizes = true
}

/// What one look found.
enum HealthVerdict: Sendable {
  /// All is well, in these words: `admin doctor` shows them.
  case well(Code, Bilingual)
  case amiss(HealthFinding)
}
