package import TalentDomain

/// What is owed to people over their data: answers, erasures, a second look at what is held. It belongs to no cohort.
package struct PrivacyDuties {
  private let privacy: PrivacyRegister
  private let today: CivilDate
  private var due = 0

  package init(_ privacy: PrivacyRegister, today: CivilDate) {
    self.privacy = privacy
    self.today = today
  }

  /// Whether somebody owes any of it, or watches over it.
  package static func concern(_ viewer: Viewer) -> Bool { viewer.holds(.administrator, .auditor, .dpo, .hr) }
  package static func retentionConcerns(_ viewer: Viewer) -> Bool { viewer.holds(.auditor, .dpo, .hr) }

  /// Counts the people of whom something has passed its period, is held by nothing, and has not been granted yet.
  package mutating func count(_ plans: [(person: Alias, plan: RetentionPlan)]) {
    due = plans.count { person, plan in
      let decided = (privacy.granted[person]?.classes ?? []) + (privacy.begun[person]?.classes ?? [])
      return plan.lines.contains { $0.isDue(on: today) && !decided.contains($0.retention) }
    }
  }

  /// - Parameter onlyOwn: only what the viewer owes.
  package func lines(for viewer: Viewer, onlyOwn: Bool) -> [DutyLine] {
    let watches = !onlyOwn && viewer.holds(.auditor, .hr)
    return (viewer.holds(.dpo) || watches ? ofOfficer : [])
      + (viewer.holds(.administrator) || watches || (!onlyOwn && viewer.holds(.dpo)) ? ofAdministrators : [])
  }

  private var ofOfficer: [DutyLine] {
    let requests = privacy.requests.map { line(.decideErasure, about: $0.key, due: $0.value.answerBy) }
    let old = privacy.holds.flatMap { person, grounds in
      grounds.values.map { $0.adding(years: 1) }.filter { $0 < today }.map {
        line(.reviewHold, about: person, due: $0)
      }
    }
    return requests + old + (due > 0 ? [line(.decideRetention, count: due)] : [])
  }

  private var ofAdministrators: [DutyLine] {
    privacy.granted.keys.map { line(.carryOutErasure, about: $0) }
  }

  private func line(_ kind: DutyKind, about: Alias? = nil, due: CivilDate? = nil, count: Int = 1) -> DutyLine {
    var line = DutyLine()
    line.about = about.map { Person($0) }
    line.count = count
    line.due = due
    line.kind = kind
    line.late(on: today)
    return line
  }
}

extension DutyLine {
  /// Whether it is overdue, and by how many days.
  mutating func late(on today: CivilDate) {
    guard let due, due < today else { return }
    overdue = true
    days = today.dayNumber - due.dayNumber
  }
}
