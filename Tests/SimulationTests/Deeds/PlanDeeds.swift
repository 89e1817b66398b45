import TalentDomain

// The development plan, and the talks about it with the own leader.
extension Model {
  func plan(_ who: Who, purpose: Bool, benefit: Bool, goals: Int, in cohort: Int) -> Deed {
    var command = SetDevelopmentPlan()
    command.benefit = benefit ? "Jeg kan lede et møde." : nil
    command.cohort = cohorts[cohort].code
    command.goals = Array(repeating: "Leder et projekt på tværs.", count: goals) + [" "]
    command.participant = staff[who].reference
    command.purposeOfPlan = purpose ? "Afprøve, om ledelse er noget for mig." : nil
    return Deed(
      command: command, gate: .participants, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard model.mayAnswer(for: who, moment) else { throw .notPermitted }
        var judgement = Judgement("development-plan.set.v1")
        judgement.breaks("R17", if: !purpose || !benefit || goals < 1)
        judgement.breaks("S2", if: !state.tookPart(who, at: moment.recorded))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].year.plans[who] = goals })
  }

  func progress(_ who: Who, goal: Int, _ status: GoalStatus, in cohort: Int) -> Deed {
    var command = ProgressGoal()
    command.cohort = cohorts[cohort].code
    command.goal = goal
    command.note = "Jeg har holdt to møder selv."
    command.participant = staff[who].reference
    command.status = status
    return Deed(
      command: command, gate: .participants, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard model.mayAnswer(for: who, moment) else { throw .notPermitted }
        let goals = state.year.plans[who]
        var judgement = Judgement("development-goal.progressed.v1")
        judgement.breaks("S2", if: !state.tookPart(who, at: moment.recorded) || goals == nil)
        judgement.breaks("S4", if: goals.map { goal < 1 || goal > $0 } ?? false)
        return judgement
      },
      effect: { _, _ in })
  }

  /// - Parameter leader: nil where nobody is named.
  func talkGoals(_ who: Who, with leader: Who?, on date: CivilDate, minutes: Int, in cohort: Int) -> Deed {
    var command = HoldGoalDialogue()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.leader = leader.map { staff[$0].reference }
    command.minutes = minutes
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: .participants, cohort: cohort, named: [who] + (leader.map { [$0] } ?? []),
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        if let leader { try model.expectKnown(leader) }
        let talked = model.dialogueLeader(who, leader, moment)
        try model.expectParty(who, talked, moment)
        guard (1...1440).contains(minutes) else { throw .refused("S4") }
        var judgement = Judgement("goal-dialogue.held.v1")
        judgement.mayDeviate = true
        judgement.breaks("S4", if: moment.isLater(date) || !Rational(minutes, 60).isTime(.hours))
        judgement.breaks("S2", if: state.lackedSeat([who], on: date, moment))
        judgement.breaks("S2", if: talked == nil || talked != model.staff[who].job?.leader)
        return judgement
      },
      effect: { model, moment in
        let talked = model.dialogueLeader(who, leader, moment)
        model.record(.dialogue, [who], on: date, Rational(minutes, 60), moment, with: talked, in: cohort)
      })
  }

  private func dialogueLeader(_ who: Who, _ leader: Who?, _ moment: Moment) -> Who? {
    leader ?? (isParty(who, nil, moment) ? staff[who].job?.leader : moment.principal)
  }
}
