internal import TalentDomain

/// What roles and posts said on the day of an event, seen by who is behind its aliases.
struct RegisterView {
  let code: Code
  let organisation: Organisation
  let knowledge: any ReplayKnowledge

  typealias Outcome = (findings: [Finding], absence: JudgedEvent.Absence?)

  /// Whether the actor may, as the door asked it; and whether what the event itself says of posts and roles is so.
  func judge(_ fact: any Fact, _ type: String, _ situation: Situation) -> Outcome {
    var people = People(knowledge)
    var findings: [Finding] = []
    if let needed = Authority.needed(for: type), let finding = recorder(fact, needed, situation.header, &people) {
      findings.append(finding)
    }
    if let claim = PostClaim(fact, situation), holds(claim, &people) == false { findings.append(claim.finding) }
    return (findings, people.absence)
  }

  private func recorder(
    _ fact: any Fact, _ needed: [Authority], _ header: Header, _ people: inout People
  ) -> Finding? {
    guard let actor = people.person(header.actor) else { return nil }
    let own = organisation.capacities(of: actor, in: code)
    if own.contains(.auditor) { return .byAnAuditor }
    if fact.isFromPortal, !own.contains(.portal) { return .notThePortal }
    guard let behalf = header.behalf else {
      let may = needed.contains { $0.allows(own, behalf: nil) && isOwn($0, own, header) || $0.records(own) }
      return may ? nil : .withoutAuthority(needed)
    }
    guard let principal = people.person(behalf) else { return nil }
    let capacities = organisation.capacities(of: principal, in: code)
    let isDelegated = organisation.delegations.contains(Delegation(to: actor, of: principal))
    let may = needed.contains {
      $0.allows(own, behalf: (capacities, isDelegated)) && isOwn($0, own.union(capacities), header)
    }
    return may ? nil : .withoutAuthority(needed)
  }

  /// An employee acts in the own case only; those who keep cases are not held to it.
  private func isOwn(_ authority: Authority, _ capacities: Set<Capacity>, _ header: Header) -> Bool {
    !authority.isOwnCase || !authority.recorders.isDisjoint(with: capacities) || header.subject == header.principal
  }

  /// Nil where somebody of it is not at hand.
  private func holds(_ claim: PostClaim, _ people: inout People) -> Bool? {
    switch claim.kind {
    case .leads(let claimants, let among, let said):
      var led: Set<Alias> = []
      for nominee in among {
        guard let person = people.person(nominee) else { return nil }
        for claimant in claimants {
          guard let claimant = people.person(claimant) else { return nil }
          if organisation.leads(claimant, person) { led.insert(nominee) }
        }
      }
      return led == said
    case .immediateLeader(let claimant, let nominee, let said):
      guard let leader = people.person(claimant), let person = people.person(nominee) else { return nil }
      return (organisation.lastEmployment(of: person)?.leader == leader) == said
    case .board(let among, let said):
      var members: Set<Alias> = []
      for one in among {
        guard let person = people.person(one) else { return nil }
        if organisation.holds(person, .board, in: code) { members.insert(one) }
      }
      return members == said
    case .employee(let nominee, let hasLed):
      guard let person = people.person(nominee) else { return nil }
      return organisation.people[person].map { $0.hasLed == hasLed } ?? false
    case .stillHere(let nominee):
      guard let person = people.person(nominee) else { return nil }
      return organisation.former[person] == nil
    }
  }
}

extension Authority {
  /// Whether they record it in their own name, as keepers of the case.
  fileprivate func records(_ capacities: Set<Capacity>) -> Bool {
    isOwnCase && !recorders.isDisjoint(with: capacities)
  }
}

extension Fact {
  fileprivate var isFromPortal: Bool {
    (self as? NominationSubmitted)?.form.portal ?? (self as? NominationRefused)?.portal ?? false
  }
}

/// Looks people up, and remembers why somebody was not found.
private struct People {
  private let knowledge: any ReplayKnowledge
  private(set) var absence: JudgedEvent.Absence?

  init(_ knowledge: any ReplayKnowledge) { self.knowledge = knowledge }

  mutating func person(_ alias: Alias) -> Alias? {
    switch knowledge.person(behind: alias) {
    case .known(let person): return person
    case .erased: absence = .erased
    case .withheld: if absence == nil { absence = .withheld }
    }
    return nil
  }
}
