package import TalentDomain

extension RetentionList {
  /// The answer to `ListRetention`, in pages: what goes first stands first, what has not ended last.
  package static func pages(
    _ query: ListRetention, _ plans: [(person: Alias, plan: RetentionPlan)], _ privacy: PrivacyRegister,
    on day: CivilDate
  ) -> [RetentionList] {
    let lines = plans.flatMap { person, plan in
      RetentionLine.all(of: person, plan, privacy, on: day)
    }
    .filter { query.due != true || $0.due }
    .sorted { $0.urgency < $1.urgency }
    return stride(from: 0, to: max(lines.count, 1), by: pageSize).map { start in
      var page = RetentionList()
      page.lines = Array(lines[start..<min(start + pageSize, lines.count)])
      return page
    }
  }

  /// Lines a page: far below what one reply holds.
  private static let pageSize = 500
}

extension RetentionLine {
  /// A line for those classes of a person that are kept equally long for the same reasons.
  fileprivate static func all(
    of person: Alias, _ plan: RetentionPlan, _ privacy: PrivacyRegister, on day: CivilDate
  ) -> [RetentionLine] {
    let decided = Set((privacy.granted[person]?.classes ?? []) + (privacy.begun[person]?.classes ?? []))
    var lines: [RetentionLine] = []
    for planned in plan.lines {
      var line = RetentionLine()
      line.classes = [planned.retention]
      line.decided = decided.contains(planned.retention)
      line.due = planned.hasPassed(on: day)
      line.grounds = planned.grounds.map { RetentionGroundLine($0) }
      line.holds = planned.holds
      line.person = Person(person)
      line.until = planned.until
      if let index = lines.firstIndex(where: { $0.isLike(line) }) {
        lines[index].classes.append(planned.retention)
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  private func isLike(_ other: RetentionLine) -> Bool {
    (until, grounds, holds, decided) == (other.until, other.grounds, other.holds, other.decided)
  }

  fileprivate var urgency: (Int, CivilDate, Alias) { (until == nil ? 1 : 0, until ?? .blank, person.id) }
}

extension RetentionGroundLine {
  fileprivate init(_ ground: RetentionPlan.Ground) {
    self.init()
    cohort = ground.cohort
    from = ground.from
    outcome = ground.outcome
    years = ground.years
  }
}
