package import EventWords
package import StrictJSON
package import TalentDomain

/// One event, as an access document reads it.
package struct AccessEvent {
  package let type: EventType
  package let facts: JSON
  package let header: Header
  /// The cohort whose event it is, or that an event of the record speaks of.
  package let cohort: Code?

  package init(_ type: EventType, _ facts: JSON, _ header: Header, cohort: Code?) {
    self.type = type
    self.facts = facts
    self.header = header
    self.cohort = cohort ?? facts["cohort"]?.string.flatMap { Code($0) }
  }
}

/// What stands sealed beside an event.
package struct AccessSealed {
  /// Under whose key, by the organisation's id; nil once that is gone.
  package let owner: Alias?
  /// Nil where it can no longer be opened.
  package let name: String?
  package let value: JSON?

  package init(owner: Alias?, name: String?, value: JSON?) {
    self.owner = owner
    self.name = name
    self.value = value
  }
}

/// What the service knows and no event says: who and what the ids are, and what a clock shows.
package protocol AccessNames {
  /// A name, nil once it is erased.
  func person(_ alias: Alias, in cohort: Code?) -> String?
  func thing(_ code: Alias, in cohort: Code?) -> String?
  /// What a method of the socket does, in Danish.
  func method(_ name: String) -> String
  func local(_ instant: Instant) -> LocalTime
}

extension CasePart {
  /// Whether the person has been told how the own case was decided. Who withdrew has nothing to be told, and waits until
  /// the others are, so that what was written stays out of sight as long as it could tell of the judging.
  package var isToldOfOwnCase: Bool {
    if state.isTold(alias) { return true }
    let selection = state.selection
    guard isNominee, state.nominations.live[alias] == nil else { return false }
    return !selection.seats.isEmpty || !selection.notified.isEmpty
  }

  /// Whether anybody ever handed in a form about the person.
  var isNominee: Bool { state.nominations.forms.values.contains { $0.nominee == alias } }

  /// Whether somebody is or was judged here, or takes part.
  func isCandidate(_ other: Alias) -> Bool {
    state.nominations.forms.values.contains { $0.nominee == other } || state.selection.seats[other] != nil
  }
}
