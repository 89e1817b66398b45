package import TalentDomain

/// What is sealed beside the events of one stream, as far as one viewer may be shown it by the table of disclosures. The
/// service implements it, and an erased key gives nothing.
package protocol Opener {
  /// The sealed records of a kind beside the event at a position.
  /// - Parameters:
  ///   - about: the person whose case it is, by the alias of the stream, where that is one person.
  ///   - author: who wrote it, where that is known.
  func records<S: SealedRecord>(_ kind: S.Type, at position: Int, about: Alias?, author: Alias?) -> [S]

  /// The person behind an alias of the cohort, by the id in the organisation's stream; nil once the link is erased. It is
  /// asked in order to judge who may see a row, never in order to show it.
  func person(behind alias: Alias) -> Alias?

  /// The centre, workplace or profession behind a code of the cohort, by its id in the organisation's stream.
  func thing(behind code: Alias) -> Alias?
}

extension Opener {
  /// The one sealed record of a kind beside an event.
  package func opened<S: SealedRecord>(
    _ kind: S.Type, at position: Int, about: Alias? = nil, author: Alias? = nil
  ) -> S? {
    records(kind, at: position, about: about, author: author).first
  }
}

/// What the organisation's people are called. The service's index in memory implements it; an erasure evicts from it.
package protocol PeopleNames {
  func name(of person: Alias) -> PersonName?
  func account(of person: Alias) -> AccountBinding?
}
