package import TalentDomain

/// One event, judged again against the state before it.
package struct JudgedEvent: Sendable {
  package let header: Header
  package let type: String
  package var findings: [Finding] = []
  /// What was not at hand, and whether it is because it was erased.
  package var wanting: [ReplayWant: Absence] = [:]

  package enum Absence: Sendable, Hashable { case erased, withheld }

  package var position: Int { header.position }

  package var verdict: ReplayVerdict {
    if !findings.isEmpty { return .against }
    if wanting.values.contains(.erased) { return .noLongerCheckable }
    return wanting.isEmpty ? .within : .attested
  }

  /// The first absence of a kind stays, unless a later one is final.
  mutating func lacks(_ want: ReplayWant, _ absence: Absence) {
    if wanting[want] != .erased { wanting[want] = absence }
  }
}
