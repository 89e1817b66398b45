import TalentDomain

/// What of cohorts that are no more in memory is still asked for with every call: to whom they close the log. It is as it was when
/// each left, for none changes without being folded again.
struct LeftCohorts: Sendable {
  private(set) var codes: Set<Code> = []
  private var shields: [Alias: [Code: Shield]] = [:]

  /// A cohort leaves.
  mutating func take(_ code: Code, _ cohort: WarmCohort) {
    codes.insert(code)
    for (person, alias) in cohort.links.aliasOf {
      if let shield = cohort.state.closesLog(to: alias) { shields[person, default: [:]][code] = shield }
    }
  }

  /// It is in memory again.
  mutating func giveBack(_ code: Code) {
    guard codes.remove(code) != nil else { return }
    for person in shields.keys where shields[person]?[code] != nil { shields[person]?[code] = nil }
  }

  /// Why one of them closes the log to somebody.
  func shield(of person: Alias) -> Shield? { shields[person]?.first?.value }
}
