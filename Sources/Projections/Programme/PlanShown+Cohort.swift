package import TalentDomain

extension CohortReading {
  /// The answer to `ShowPlan`: to the participant, the own leader and the HR Centre, and to nobody else.
  package func plan(_ query: ShowPlan) -> PlanShown? {
    let participant = query.participant?.alias ?? viewer.alias
    guard cohort.isOpen, participant != .none, cohort.selection.seats[participant] != nil, seesPlan(of: participant)
    else { return nil }
    var shown = PlanShown()
    shown.participant = Person(participant)
    shown.versions = cohort.programme.plans.versions(of: participant).reversed().map { version($0, of: participant) }
    return shown
  }

  private func version(_ plan: PlanState, of participant: Alias) -> PlanVersion {
    let words = opened(DevelopmentPlan.self, at: plan.position, of: participant)
    var version = PlanVersion()
    version.benefit = words?.benefit
    version.day = plan.day
    version.purpose = words?.purpose
    version.version = plan.version
    version.goals = (0..<plan.goals).map { index in
      var goal = PlanGoal()
      goal.goal = words.flatMap { $0.goals.indices.contains(index) ? $0.goals[index] : nil }
      goal.number = index + 1
      goal.status = plan.progress[index + 1]
      goal.steps = plan.steps.filter { $0.goal == index + 1 }.map { step in
        var line = GoalStepLine()
        line.day = step.day
        line.note = opened(GoalNote.self, at: step.position, of: participant)?.note
        line.status = step.status
        return line
      }
      return goal
    }
    return version
  }

  private func opened<S: SealedRecord>(_ kind: S.Type, at position: Int, of participant: Alias) -> S? {
    opener.opened(kind, at: position, about: participant)
  }
}
