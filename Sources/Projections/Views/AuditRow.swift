internal import History
package import Leaves
internal import StrictJSON
package import TalentDomain

/// One event as the audit trail shows it: who, when, on whose behalf, about whom. It holds no name and no free text.
package struct AuditRow: Sendable, Hashable {
  package var position: Int
  package var stream: String
  package var type: String
  /// When it was recorded (registreringstid).
  package var recorded: Instant
  /// When it took effect (virkningstid).
  package var effective: Instant
  package var actor: Alias
  package var behalf: Alias?
  package var subject: Alias?
  package var command: String?
  package var cause: Int?
  /// The rules that it names: of a refusal those that refused.
  package var rules: [String]

  init(
    position: Int, stream: String, type: String, recorded: Instant, effective: Instant, actor: Alias, behalf: Alias?,
    subject: Alias?, command: String?, cause: Int?, rules: [String]
  ) {
    self.position = position
    self.stream = stream
    self.type = type
    self.recorded = recorded
    self.effective = effective
    self.actor = actor
    self.behalf = behalf
    self.subject = subject
    self.command = command
    self.cause = cause
    self.rules = rules
  }

  /// - Throws: `LeafError`, naming the position.
  package init(_ leaf: Leaf) throws(LeafError) {
    guard let actor = leaf.actorAlias else { throw LeafError(position: leaf.position, .malformed) }
    self.init(
      position: leaf.position, stream: leaf.stream, type: leaf.type, recorded: Instant(milliseconds: leaf.recorded),
      effective: Instant(milliseconds: leaf.effective), actor: actor, behalf: try leaf.alias(leaf.behalf),
      subject: try leaf.alias(leaf.subject), command: leaf.command, cause: leaf.cause,
      rules: try RulesNamed.rules(leaf))
  }
}

/// The rules that an event's facts name.
private enum RulesNamed {
  private static let readers = TypeTable<@Sendable (UnsafeRawBufferPointer) throws(Fault) -> [Line]>([
    "\(CommandRefused.type)": { bytes throws(Fault) in try CommandRefused(canonical: bytes).rules },
    "\(NominationRefused.type)": { bytes throws(Fault) in try NominationRefused(canonical: bytes).rules },
    "\(EligibilityRejected.type)": { bytes throws(Fault) in
      try EligibilityRejected(canonical: bytes).rule.map { [$0] } ?? []
    },
  ])

  static func rules(_ leaf: Leaf) throws(LeafError) -> [String] {
    guard let read = readers[leaf.typeBytes] else { return [] }
    do { return try read(leaf.facts).map(\.value) } catch {
      throw LeafError(position: leaf.position, .malformed)
    }
  }
}
