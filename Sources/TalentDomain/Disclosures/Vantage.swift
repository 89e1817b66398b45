/// In which relation one person stands to one sealed record. It shows what no office would.
package enum Relation: String, CaseIterable, Sendable {
  /// Assigned to the nominee whose case it is, and not barred from it.
  case assessor
  /// Who wrote it, or in whose name it was written.
  case author
  /// The same as `assessor`, with every question of the own set scored (R20).
  case fullAssessor
  /// The immediate leader, today, of the person whose data it is.
  case leader
  /// Whose data it is.
  case subject
}

/// What closes a case to somebody, whatever office they hold.
package enum Shield: String, CaseIterable, Sendable {
  /// Is nominated to the cohort oneself: nobody takes part in deciding on oneself (R19).
  case nominee
  /// Has a conflict of interest towards the nominee, declared and not dismissed (R19).
  case barred
  /// Has an own set of scores to complete first (R20).
  case blind
}

/// What a record belongs to, and with it which shields stand before it.
package enum Matter: String, CaseIterable, Sendable {
  /// The register of people.
  case person
  /// What ties the log to people: it is of no use without the log, and closed with it.
  case alias
  /// The case of a nomination, up to the letter and what follows from it.
  case `case`
  /// What tells of scores.
  case scores
  /// The year of a participant.
  case year
  /// What people ask of their data, and what is decided on it.
  case rights

  package var shields: Set<Shield> {
    switch self {
    case .person, .rights, .year: []
    case .case: [.nominee, .barred]
    case .alias, .scores: [.nominee, .barred, .blind]
    }
  }
}

/// How somebody stands to one sealed record: all that the table of disclosures looks at.
package struct Vantage: Sendable, Hashable {
  package var capacities: Set<Capacity>
  package var relations: Set<Relation>
  package var shields: Set<Shield>

  package init(capacities: Set<Capacity> = [], relations: Set<Relation> = [], shields: Set<Shield> = []) {
    self.capacities = capacities
    self.relations = relations
    self.shields = shields
  }
}

extension Cohort {
  /// What closes a nominee's case to somebody, by their aliases of the cohort.
  /// - Parameter nominee: nil for what concerns several: it is closed to whoever is closed out of one.
  package func shields(_ person: Alias, from nominee: Alias?) -> Set<Shield> {
    guard person != .none else { return [] }
    var shields: Set<Shield> = []
    if nominations.live[person] != nil { shields.insert(.nominee) }
    if nominee.map({ assessment.isBarred(person, from: $0) }) ?? isBarredFromAny(person) { shields.insert(.barred) }
    if nominee.map({ isBlind(person, towards: $0) }) ?? isBlindTowardsAny(person) { shields.insert(.blind) }
    return shields
  }

  /// Whether somebody assesses a nominee: assigned, and not barred from the case.
  package func isAssessor(_ person: Alias, of nominee: Alias) -> Bool {
    person != .none && assessment.assigned[nominee, default: []].contains(person)
      && !assessment.isBarred(person, from: nominee)
  }

  /// Whether somebody is one of a nominee's assessors who has not scored every question yet (R20).
  package func isBlind(_ person: Alias, towards nominee: Alias) -> Bool {
    guard person != .none, assessment.assigned[nominee, default: []].contains(person) else { return false }
    guard let criteria = setup.criteria else { return true }
    return !assessment.set(of: nominee, by: person).isComplete(criteria)
  }

  /// While scoring is open: afterwards nobody completes a set any more.
  package func isBlindTowardsAny(_ person: Alias) -> Bool {
    guard assessment.closed == nil else { return false }
    return nominations.live.keys.contains { isAssessor(person, of: $0) && isBlind(person, towards: $0) }
  }

  package func isBarredFromAny(_ person: Alias) -> Bool {
    assessment.conflicts.values.contains {
      $0.person == person && $0.ruling != .dismissed && nominations.live[$0.nominee] != nil
    }
  }

  /// Why somebody reads no log at present, and no count or position that tells how much is in it: what is hidden from them
  /// would show there. A nominee may not until everybody has been told, an assessor until the own sets are complete, whoever
  /// has a conflict of interest until the decision is made.
  package func closesLog(to person: Alias) -> Shield? {
    guard person != .none else { return nil }
    if nominations.live[person] != nil, !isTold { return .nominee }
    if isBlindTowardsAny(person) { return .blind }
    return selection.approved == nil && isBarredFromAny(person) ? .barred : nil
  }

  /// Whether the decision is made and everybody nominated has been told of it.
  package var isTold: Bool { selection.approved != nil && nominations.live.keys.allSatisfy(isTold) }

  /// Whether a nominee knows how the case was decided: by the offer or the letter.
  package func isTold(_ nominee: Alias) -> Bool {
    selection.seats[nominee] != nil || selection.notified[nominee] != nil
  }
}

extension CasePart {
  /// Whether it is the case of a nominee who does not know yet how it was decided.
  package var isUntold: Bool { state.nominations.live[alias] != nil && !state.isTold(alias) }
}
