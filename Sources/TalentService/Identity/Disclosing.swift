import Projections
import TalentDomain

/// Which capacity may be shown sealed records of which audience. A table, and three relations that no table holds: the
/// nominee, the leader and the author of what was written.
enum Disclosing {
  /// Capacities that see every record of an audience.
  private static let table: [Audience: Set<Capacity>] = [
    .account: [.administrator, .hr, .auditor],
    .assessment: [.auditor, .hr],
    .casework: [.auditor, .board, .hr, .secretary],
    .feedback: [.auditor, .hr],
    .form: [.assessor, .auditor, .board, .hr, .secretary],
    .letter: [.auditor, .board, .hr, .secretary],
    // Whoever reads who it was in every answer may take along what shows it.
    .link: [.auditor, .hr],
    .plan: [.hr],
    .privacy: [.dpo, .hr],
    .programme: [.auditor, .hr],
    .staff: [
      .administrator, .assessor, .auditor, .board, .centreChief, .dpo, .employee, .hr, .leader, .secretary,
    ],
  ]

  /// What is written about somebody that this person may read.
  private static let ownCase: Set<Audience> = [.feedback, .letter, .plan, .programme]

  static func mayShow(
    _ audience: Audience, to viewer: Viewer, about: Alias?, author: Alias?, leader: Alias? = nil
  ) -> Bool {
    if let allowed = table[audience], !allowed.isDisjoint(with: viewer.capacities) { return true }
    // A leader reads an employee's plan also who has never acted in the cohort, and so has no alias there.
    if audience == .plan, let leader, leader == viewer.person { return true }
    guard viewer.alias != .none, viewer.alias != about || ownCase.contains(audience) else { return false }
    switch audience {
    case .form: return author == viewer.alias
    case .assessment: return author == viewer.alias || viewer.capacities.contains(.assessor)
    case .feedback, .plan, .programme: return author == viewer.alias || about == viewer.alias
    case .letter: return about == viewer.alias
    case .account, .casework, .link, .privacy, .staff: return false
    }
  }
}
