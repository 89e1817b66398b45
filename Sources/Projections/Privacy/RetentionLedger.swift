package import TalentDomain

/// What every person's data hangs on, cohort by cohort: a cohort is looked at once, and need not be held afterwards.
package struct RetentionLedger {
  private var kept: [Alias: [KeptCase]] = [:]
  private let day: CivilDate

  /// - Parameter day: by it programmes are over or not.
  package init(on day: CivilDate) {
    self.day = day
  }

  /// Takes in one cohort.
  /// - Parameter people: everybody who is known there: the alias, and the id in the organisation's stream.
  package mutating func take(_ code: Code, _ cohort: Cohort, _ people: some Sequence<(alias: Alias, person: Alias)>) {
    for (alias, person) in people {
      kept[person, default: []].append(KeptCase(CasePart(cohort: code, alias: alias, state: cohort), on: day))
    }
  }

  /// Everybody who has a part in some cohort, or has left; whose data is all erased is left out.
  package func plans(_ organisation: Organisation) -> [(person: Alias, plan: RetentionPlan)] {
    Set(kept.keys).union(organisation.former.keys).sorted().compactMap { person in
      let plan = RetentionPlan(of: person, organisation, kept: kept[person] ?? [])
      return plan.lines.isEmpty ? nil : (person, plan)
    }
  }
}
