/// Each participant's development plan (udviklingsplan), as far as it is no personal data: its words stand sealed.
package struct DevelopmentPlans: Sendable {
  package var current: [Alias: PlanState] = [:]

  package init() {}
}

package struct PlanState: Sendable, Hashable {
  /// 1 for the first, and one more each time it is set anew.
  package var version: Int
  /// How many goals it has; they are numbered from 1.
  package var goals: Int
  /// How far each goal has come; a new version begins anew.
  package var progress: [Int: GoalStatus] = [:]
  /// The position of the event beside which its words stand sealed.
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
