/// Each participant's development plan (udviklingsplan), as far as it is no personal data: its words stand sealed.
package struct DevelopmentPlans: Sendable {
  package private(set) var current: [Alias: PlanState] = [:]
  /// Those that a newer version has replaced, the oldest first.
  package private(set) var earlier: [Alias: [PlanState]] = [:]

  package init() {}

  package mutating func set(_ plan: PlanState, for participant: Alias) {
    if let replaced = current[participant] { earlier[participant, default: []].append(replaced) }
    current[participant] = plan
  }

  package mutating func progress(_ step: GoalStep, for participant: Alias) {
    current[participant]?.steps.append(step)
  }

  /// All versions, the one that holds last.
  package func versions(of participant: Alias) -> [PlanState] {
    earlier[participant, default: []] + (current[participant].map { [$0] } ?? [])
  }
}

package struct PlanState: Sendable, Hashable {
  /// 1 for the first, and one more each time it is set anew.
  package var version: Int
  /// How many goals it has; they are numbered from 1.
  package var goals: Int
  /// The local day on which it was set.
  package var day: CivilDate
  /// How its goals have come further, in the order in which it was recorded; a new version begins anew.
  package var steps: [GoalStep] = []
  /// The position of the event beside which its words stand sealed.
  package var position: Int

  /// How far each goal has come.
  package var progress: [Int: GoalStatus] {
    Dictionary(steps.map { ($0.goal, $0.status) }) { _, latest in latest }
  }
}

/// A goal has come further.
package struct GoalStep: Sendable, Hashable {
  /// Its number in that version of the plan.
  package var goal: Int
  package var status: GoalStatus
  /// The local day on which it was recorded.
  package var day: CivilDate
  /// The position of the event beside which the participant's own words stand sealed.
  package var position: Int
}

/// How far a goal has come.
package enum GoalStatus: String, Choice {
  case dropped, halfway, reached, started

  package var label: Bilingual {
    switch self {
    case .dropped: Bilingual(da: "opgivet", en: "dropped")
    case .halfway: Bilingual(da: "halvvejs", en: "halfway")
    case .reached: Bilingual(da: "nået", en: "reached")
    case .started: Bilingual(da: "begyndt", en: "started")
    }
  }
}
