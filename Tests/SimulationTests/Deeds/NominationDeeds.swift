import TalentDomain

// «Det er centerchefen, der i sidste ende indstiller medarbejdere fra eget center.»
extension Model {
  func talk(with who: Who, on date: CivilDate, _ initiative: Initiative, in cohort: Int) -> Deed {
    var command = HoldTalentConversation()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.employee = staff[who].reference
    command.startedBy = initiative
    let talk = TalentConversation(date, startedBy: initiative)
    return Deed(
      command: command, gate: .by(.leader, .centreChief, .hr, recordedBy: [.hr]), cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("talent-conversation.held.v1")
        let before = state.talks[who]
        judgement.breaks("S2", if: before?.date == date && before?.startedBy == initiative)
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].talks[who] = talk })
  }

  func confirmInterest(of who: Who, on date: CivilDate, in cohort: Int) -> Deed {
    var command = ConfirmInterest()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.employee = staff[who].reference
    return Deed(
      command: command, gate: .byOneself(who, recordedBy: [.hr, .centreChief]), cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("interest.confirmed.v1")
        judgement.breaks("S2", if: state.interests[who] == date)
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].interests[who] = date })
  }

  func submit(_ paper: Paper, of who: Who, in cohort: Int) -> Deed {
    var command = SubmitNomination()
    command.ambition = paper.ambition
    command.answers = paper.given
    command.cohort = cohorts[cohort].code
    command.conversation = paper.conversation
    command.engagement = paper.engagement
    command.field = paper.field
    command.handedIn = paper.handedIn
    command.interest = paper.interest
    command.interestConfirmed = paper.interestOn
    command.nominee = staff[who].reference
    command.priority = paper.priority
    return Deed(
      command: command, gate: .chief, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        let receipt = model.receipt(paper, moment, in: cohort)
        var judgement = Judgement(events: model.steps(paper, of: who, state) + ["nomination.submitted.v1"])
        judgement.kept = ["nomination.refused.v1"]
        model.judge(paper, of: who, day: receipt.day, state, moment, &judgement)
        model.judgeChief(of: who, moment, &judgement)
        // Of whoever was erased nobody knows any more whose form is on the table.
        judgement.breaks("S1", if: state.live[who] != nil && model.staff[who].isKnown)
        judgement.breaks("R2", if: receipt.at >= state.closes)
        judgement.breaks("S4", if: receipt.portal && receipt.at > moment.received)
        return judgement
      },
      effect: { model, moment in
        model.note(paper, of: who, in: cohort)
        model.add(.submitted, paper, of: who, moment, in: cohort)
      },
      keep: { model, moment, rules in
        model.add(.refused, paper, of: who, moment, in: cohort)
        let index = model.cohorts[cohort].forms.count - 1
        model.cohorts[cohort].forms[index].refusedBy = rules
        model.cohorts[cohort].forms[index].isReceived = true
      })
  }

  /// - Parameter id: what the service calls that form.
  func complete(_ form: Int, _ id: Alias, _ paper: Paper, of who: Who, in cohort: Int) -> Deed {
    var command = CompleteNomination()
    command.ambition = paper.ambition
    command.answers = paper.given
    command.cohort = cohorts[cohort].code
    command.conversation = paper.conversation
    command.engagement = paper.engagement
    command.field = paper.field
    command.incomplete = id
    command.interest = paper.interest
    command.interestConfirmed = paper.interestOn
    command.nominee = staff[who].reference
    command.priority = paper.priority
    return Deed(
      command: command, gate: .chief, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        guard form < state.forms.count else { throw .notFound }
        try model.expectKnown(who)
        let kept = state.forms[form]
        var judgement = Judgement(events: model.steps(paper, of: who, state) + ["nomination.completed.v1"])
        model.judge(paper, of: who, day: moment.receivedDay, state, moment, &judgement)
        model.judgeChief(of: who, moment, &judgement)
        judgement.breaks("S1", if: state.live[who] != nil)
        judgement.breaks("R2", if: kept.handedIn >= state.closes || moment.received >= state.closes)
        judgement.breaks("S2", if: !kept.isIncomplete || kept.nominee != who)
        return judgement
      },
      effect: { model, moment in
        model.note(paper, of: who, in: cohort)
        model.replace(form, paper, of: who, .received, moment, in: cohort)
        model.cohorts[cohort].forms[form].refusedBy = []
        model.cohorts[cohort].live[who] = form
      })
  }

  func amend(_ paper: Paper, of who: Who, version: Int?, in cohort: Int) -> Deed {
    var command = AmendNomination()
    command.ambition = paper.ambition
    command.answers = paper.given
    command.cohort = cohorts[cohort].code
    command.conversation = paper.conversation
    command.engagement = paper.engagement
    command.field = paper.field
    command.interest = paper.interest
    command.interestConfirmed = paper.interestOn
    command.nominee = staff[who].reference
    command.priority = paper.priority
    command.version = version
    return Deed(
      command: command, gate: .chief, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard let before = state.form(of: who) else { throw .notFound }
        var judgement = Judgement(events: model.steps(paper, of: who, state) + ["nomination.amended.v1"])
        model.judge(paper, of: who, day: moment.receivedDay, state, moment, &judgement)
        model.judgeChief(of: who, moment, &judgement)
        judgement.breaks("R5", if: before.chief != moment.principal)
        judgement.breaks("R2", if: moment.received >= state.closes)
        judgement.breaks("S2", if: before.status == .eligible || before.status == .ineligible)
        judgement.breaks("R21", if: version.map { $0 != before.version } ?? false)
        return judgement
      },
      effect: { model, moment in
        guard let form = model.cohorts[cohort].live[who] else { return }
        model.note(paper, of: who, in: cohort)
        model.replace(form, paper, of: who, model.cohorts[cohort].forms[form].status, moment, in: cohort)
      })
  }

  func withdraw(_ who: Who, _ ground: WithdrawalGround, in cohort: Int) -> Deed {
    var command = WithdrawNomination()
    command.cohort = cohorts[cohort].code
    command.ground = ground
    command.nominee = staff[who].reference
    return Deed(
      command: command, gate: .chief, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard let form = state.form(of: who) else { throw .notFound }
        var judgement = Judgement("nomination.withdrawn.v1")
        let ofCentre = form.centre.map { model.centres[$0].post(of: moment.principal ?? -1) != nil } ?? false
        judgement.breaks("R5", if: moment.principal != who && moment.principal != form.chief && !ofCentre)
        judgement.breaks("S2", if: state.takenSeats[who] != nil)
        return judgement
      },
      effect: { model, _ in
        guard let form = model.cohorts[cohort].live[who] else { return }
        model.cohorts[cohort].forms[form].status = .withdrawn
        model.cohorts[cohort].live[who] = nil
      })
  }

  func admitLate(_ form: Int, _ id: Alias, in cohort: Int) -> Deed {
    var command = AdmitLateNomination()
    command.cohort = cohorts[cohort].code
    command.late = id
    return Deed(
      command: command, gate: .by(.board, recordedBy: [.secretary]), cohort: cohort, closed: .nominees,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        // A form about somebody whom nobody has registered yet is there; one about somebody who was erased is not, nor one
        // whose content was.
        guard form < state.forms.count, let who = state.forms[form].nominee, !model.privacy.erased.contains(who) else {
          throw .notFound
        }
        let kept = state.forms[form]
        guard !kept.isErased else { throw .notFound }
        var judgement = Judgement(events: model.steps(kept.paper, of: who, state) + ["late-nomination.admitted.v1"])
        model.judge(kept.paper, of: who, day: Clock.day(of: kept.handedIn), state, moment, &judgement, isSealed: false)
        judgement.breaks("S1", if: state.live[who] != nil)
        judgement.breaks("R2", if: !state.rules(on: moment.today).lateDispensation)
        judgement.breaks("S2", if: kept.status != .refused || kept.refusedBy != ["R2"])
        return judgement
      },
      effect: { model, moment in
        guard let who = model.cohorts[cohort].forms[form].nominee else { return }
        let kept = model.cohorts[cohort].forms[form]
        model.note(kept.paper, of: who, in: cohort)
        model.replace(form, kept.paper, of: who, .received, moment, in: cohort)
        model.cohorts[cohort].forms[form].chief = kept.chief
        model.cohorts[cohort].forms[form].version = 1
        model.cohorts[cohort].forms[form].refusedBy = []
        model.cohorts[cohort].live[who] = form
      })
  }

  /// The moment by which a form is judged: the portal's where the account is trusted for that, else the receipt.
  private func receipt(_ paper: Paper, _ moment: Moment, in cohort: Int) -> (at: Int64, day: CivilDate, portal: Bool) {
    guard let handedIn = paper.handedIn, hats(moment.actor, in: cohort).contains(.portal) else {
      return (moment.received, moment.receivedDay, false)
    }
    return (Clock.instant(handedIn), handedIn.date, true)
  }

  /// What a form says of talk and interest and is not on record yet.
  private func steps(_ paper: Paper, of who: Who, _ state: CohortState) -> [String] {
    guard staff[who].isKnown else { return [] }
    var steps: [String] = []
    if let talk = paper.talk, state.talks[who].map({ $0.date != talk || $0.startedBy != .leader }) ?? true {
      steps.append("talent-conversation.held.v1")
    }
    if let date = paper.interestOn, state.interests[who] != date { steps.append("interest.confirmed.v1") }
    return steps
  }

  private mutating func note(_ paper: Paper, of who: Who, in cohort: Int) {
    if let talk = paper.conversation { cohorts[cohort].talks[who] = talk }
    if let date = paper.interestOn { cohorts[cohort].interests[who] = date }
  }

  /// What must be so of every form that counts.
  private func judge(
    _ paper: Paper, of who: Who, day: CivilDate, _ state: CohortState, _ moment: Moment, _ judgement: inout Judgement,
    isSealed: Bool = true
  ) {
    let isKnown = staff[who].isKnown
    judgement.breaks("R3", if: staff[who].job == nil)
    judgement.breaks("R4", if: !paper.interest || !paper.engagement || !paper.ambition)
    judgement.breaks("R6", if: isSealed && state.hasCriteria && paper.answers != .whole)
    judgement.breaks("R10", if: paper.field == nil)
    judgement.breaks("S2", if: !state.hasCriteria || state.isClosed)
    judgement.breaks("S4", if: paper.priority.map { !(1...300).contains($0) } ?? false)
    if isKnown { judgement.breaks("S4", if: moment.isLater(paper.talk) || moment.isLater(paper.interestOn)) }
    guard staff[who].job != nil else { return }
    let (talk, interest) = (paper.talk ?? state.talks[who]?.date, paper.interestOn ?? state.interests[who])
    judgement.breaks("R7", if: talk.map { $0 > day } ?? true || interest.map { $0 > day } ?? true)
  }

  /// Chief or deputy of the employee's own centre, and never oneself.
  private func judgeChief(of who: Who, _ moment: Moment, _ judgement: inout Judgement) {
    guard let chief = moment.principal, chief != who, centres.contains(where: { $0.post(of: chief) != nil }) else {
      judgement.broken.insert("R5")
      return
    }
    judgement.breaks("R5", if: staff[who].job.map { centres[$0.centre].post(of: chief) == nil } ?? false)
  }

  /// Neither in one's own case, nor in that of somebody whom one leads, nor against a declared conflict.
  func isImpartial(_ moment: Moment, towards who: Who, _ state: CohortState) -> Bool {
    !moment.people.contains { $0 == who || leads($0, who) || state.isBarred($0, from: who) }
  }

  private mutating func add(
    _ status: CohortState.Form.Status, _ paper: Paper, of who: Who, _ moment: Moment, in cohort: Int
  ) {
    let receipt = receipt(paper, moment, in: cohort)
    cohorts[cohort].forms.append(
      CohortState.Form(
        nominee: staff[who].isKnown ? who : nil, chief: moment.principal, paper: paper, status: status,
        handedIn: receipt.at, portal: receipt.portal, centre: staff[who].job?.centre,
        workplace: staff[who].job?.workplace))
    if status == .submitted { cohorts[cohort].live[who] = cohorts[cohort].forms.count - 1 }
  }

  private mutating func replace(
    _ form: Int, _ paper: Paper, of who: Who, _ status: CohortState.Form.Status, _ moment: Moment, in cohort: Int
  ) {
    cohorts[cohort].forms[form].paper = paper
    cohorts[cohort].forms[form].status = status
    cohorts[cohort].forms[form].chief = moment.principal
    cohorts[cohort].forms[form].centre = staff[who].job?.centre
    cohorts[cohort].forms[form].workplace = staff[who].job?.workplace
    cohorts[cohort].forms[form].version += 1
    cohorts[cohort].forms[form].isErased = false
  }
}

extension CohortState.Form {
  /// Whether nothing was wrong but that something was missing.
  var isIncomplete: Bool { status == .refused && !refusedBy.isEmpty && refusedBy.isSubset(of: ["R6", "R7", "R10"]) }
}
