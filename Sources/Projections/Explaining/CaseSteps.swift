package import TalentDomain

/// The events of one nominee's case, in order, and those of the cohort that decide it.
package struct CaseSteps: Sendable {
  package let nominee: Alias
  private(set) var steps: [(fact: any CohortFact, header: Header)] = []

  package init(of nominee: Alias) { self.nominee = nominee }

  /// Takes in one event of the cohort's stream; they come in their order.
  package mutating func take(_ fact: any Fact, _ header: Header) {
    guard let fact = fact as? any CohortFact, header.subject == nominee || decides(fact) else { return }
    steps.append((fact, header))
  }

  private func decides(_ fact: any CohortFact) -> Bool {
    switch fact {
    case let fact as AssessorAssigned: fact.nominees.contains(nominee)
    case let fact as TieResolved: fact.order.contains(nominee)
    case let fact as SelectionProposed: fact.proposal.nominees.contains(nominee)
    case is RankingComputed, is SelectionReturned, is SelectionApproved: true
    default: false
    }
  }

  func all<F: CohortFact>(_ type: F.Type) -> [(fact: F, header: Header)] {
    steps.compactMap { step in (step.fact as? F).map { ($0, step.header) } }
  }

  func last<F: CohortFact>(_ type: F.Type) -> (fact: F, header: Header)? { all(type).last }
}
