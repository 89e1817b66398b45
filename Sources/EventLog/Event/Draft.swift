package import Transparency

/// An event before it has a position.
///
/// Names and identifiers (`stream`, `type`, `subject`, `actor`, `behalf`, `command`, `ruleSet`) are printable ASCII
/// without quotes and backslashes, at most 256 bytes.
package struct Draft: Sendable {
  package var stream: String
  package var type: String
  package var subject: String?
  /// When it took effect: milliseconds since 1970 (UTC).
  package var effective: Int64
  /// A canonical JSON object (RFC 8785) that holds nothing personal.
  package var facts: [UInt8]
  package var sealed: [SealedField]
  package var actor: String
  /// On whose behalf.
  package var behalf: String?
  /// The position of the event that made this one necessary.
  package var cause: Int?
  package var command: String?
  /// When the request arrived: milliseconds since 1970 (UTC).
  package var received: Int64
  /// The local date of recording, `YYYY-MM-DD`.
  package var localDate: String
  package var ruleSet: String?

  package init(
    stream: String, type: String, subject: String? = nil, effective: Int64, facts: [UInt8],
    sealed: [SealedField] = [], actor: String, behalf: String? = nil, cause: Int? = nil, command: String? = nil,
    received: Int64, localDate: String, ruleSet: String? = nil
  ) {
    self.stream = stream
    self.type = type
    self.subject = subject
    self.effective = effective
    self.facts = facts
    self.sealed = sealed
    self.actor = actor
    self.behalf = behalf
    self.cause = cause
    self.command = command
    self.received = received
    self.localDate = localDate
    self.ruleSet = ruleSet
  }
}

/// A personal field: its digest goes into the leaf, the field itself into the vault, sealed.
package struct SealedField: Sendable, Hashable {
  /// Whose key seals it.
  package var subject: UInt64
  /// The class of data; each subject has one key for each.
  package var retention: String
  /// Who may see it, a name for the reader's filter.
  package var audience: String
  package var name: String
  /// Canonical JSON.
  package var value: [UInt8]

  package init(subject: UInt64, retention: String, audience: String, name: String, value: [UInt8]) {
    self.subject = subject
    self.retention = retention
    self.audience = audience
    self.name = name
    self.value = value
  }
}

/// An event as it was appended; durable once the writer says so.
package struct Appended: Sendable {
  package let position: Int
  /// Within its stream, from 0.
  package let revision: Int
  /// Milliseconds since 1970 (UTC).
  package let recorded: Int64
  /// The leaf, byte for byte.
  package let bytes: [UInt8]
  /// In the order of the draft's sealed fields.
  package let disclosures: [Disclosure]
}
