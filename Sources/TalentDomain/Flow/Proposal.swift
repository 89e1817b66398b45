/// An event that a command would like to see appended: a fact, and the personal data that is sealed beside it.
package struct Proposal: Sendable {
  package let fact: any Fact
  /// The person it is about, by the alias of its stream.
  package var subject: Alias?
  /// When it took effect; nil means: as it is recorded.
  package var effective: Instant?
  package var sealed: [Sealed]
  /// The position of the event that made this one necessary.
  package var cause: Int?

  package init(
    _ fact: some Fact, subject: Alias? = nil, effective: Instant? = nil, sealed: [Sealed] = [], cause: Int? = nil
  ) {
    self.fact = fact
    self.subject = subject
    self.effective = effective
    self.sealed = sealed
    self.cause = cause
  }

  /// The sealed record of a kind, where this proposal carries one.
  package func sealed<S: SealedRecord>(_ kind: S.Type) -> S? {
    for entry in sealed { if let record = entry.record as? S { return record } }
    return nil
  }
}

/// A sealed record, and whose key seals it.
package struct Sealed: Sendable {
  /// The person's id in the organisation's stream, or `Alias.organisation` for what belongs to nobody alone.
  package let subject: Alias
  package let record: any SealedRecord

  package init(_ record: some SealedRecord, of subject: Alias) {
    self.subject = subject
    self.record = record
  }
}

extension Alias {
  /// Under this subject's key rests what is no single person's: codes of centres, minutes of the board. It is never erased.
  package static let organisation = Alias(bits: 1)

  /// Acts as an administrator that the configuration names and who is bound to no employee.
  package static let administrator = Alias(bits: 2)

  /// Acts where the service records something of its own accord.
  package static let service = Alias(bits: 3)
}
