package import TalentDomain

/// An exception that somebody decided who may: it explains what would else be a finding, or what an auditor asks about.
package struct Dispensation: Sendable {
  package let kind: ReplayDispensation.Kind
  package let rule: Rule.ID
  package let person: Alias?
  package let position: Int
  /// Of an extended deadline: the first instant that is late.
  let closes: Instant?

  init(
    _ kind: ReplayDispensation.Kind, from rule: Rule.ID, _ header: Header, of person: Alias? = nil,
    closes: Instant? = nil
  ) {
    self.kind = kind
    self.rule = rule
    self.person = person
    position = header.position
    self.closes = closes
  }

  static func all(in fact: any Fact, _ header: Header) -> [Dispensation] {
    switch fact {
    case let fact as LateNominationAdmitted:
      [Dispensation(.lateNomination, from: .r2, header, of: fact.form.nominee)]
    case let fact as DeadlineExtended: [Dispensation(.deadlineExtended, from: .r2, header, closes: fact.closes)]
    case is SeatCountChanged: [Dispensation(.seatCount, from: .r1, header)]
    case let fact as SelectionProposed:
      fact.proposal.departures.map { Dispensation(.departure, from: .r9, header, of: $0) }
    case let fact as ConflictRuled where !fact.upheld:
      [Dispensation(.conflictDismissed, from: .r19, header, of: fact.person)]
    case let fact as ReserveLapsed where fact.early:
      [Dispensation(.earlyLapse, from: .s2, header, of: fact.nominee)]
    case let fact as ProgrammeCompleted where fact.grounded && !fact.short.isEmpty:
      [Dispensation(.completionGround, from: .s2, header, of: fact.participant)]
    default: []
    }
  }

  /// Whether it makes good what a rule found against an event: that a form came late, which the board may dispense from
  /// for one, or for all alike. Of everything else the rules themselves know the exceptions, and find nothing.
  func explains(_ finding: Finding, of event: JudgedEvent) -> Bool {
    guard finding.rule == Rule.ID.r2.rawValue, rule == .r2, position > event.position else { return false }
    if let closes { return event.header.received < closes }
    return person != nil && person == event.header.subject
  }
}
