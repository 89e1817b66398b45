import Seeded
import TalentDomain

@testable import TalentService

/// A deed, and by whom it would be done.
struct Errand {
  let deed: Deed
  let actor: Who?
  var behalf: Who?
}

// What the year asks for next: the work of HR, chiefs, assessors, board, participants, mentors and leaders, in its order.
extension Simulator {
  /// Something that may be done now, of whichever cohort; nil where there is nothing before another day.
  func planned(_ life: Life) async throws -> Errand? {
    if let repair = repair() { return repair }
    if chance(3), let errand = forgetting(), isFeasible(errand) { return errand }
    let cohorts = calendars.indices.shuffled(using: &dice)
    for cohort in cohorts {
      var errands = try await errands(cohort, life)
      errands.shuffle(using: &dice)
      for errand in errands.prefix(12) where isFeasible(errand) { return errand }
    }
    return nil
  }

  private func isFeasible(_ errand: Errand) -> Bool {
    let recorded = max(now, ledger.now)
    let moment = Moment(
      actor: errand.actor, behalf: errand.behalf, received: now, recorded: recorded, today: Clock.day(of: recorded),
      receivedDay: Clock.day(of: now))
    if case .done(let events, _) = model.outlook(errand.deed, moment) { return !events.isEmpty }
    return false
  }

  /// Where leaving or revoking has left too few who could go on, somebody is given the role.
  private func repair() -> Errand? {
    for (role, least) in [(Role.hr, 3), (.board, 2), (.assessor, 3), (.dpo, 1), (.auditor, 1), (.secretary, 1)] {
      guard able(role).count < least else { continue }
      let free = model.staff.indices.filter {
        model.isEmployed($0) && model.staff[$0].roles.isEmpty && model.staff[$0].job?.centre == Self.hrCentre
          && !model.leadsSomebody($0)
      }
      guard let who = pick(free) else { continue }
      return Errand(deed: model.grant(role, to: who), actor: nil)
    }
    for centre in Self.working where model.centres[centre].chief == nil {
      let heads = Set(model.centres.flatMap { [$0.chief, $0.deputy].compactMap { $0 } })
      let free = model.staff.indices.filter {
        model.staff[$0].job?.centre == centre && model.staff[$0].job?.hasLed == true && !heads.contains($0)
      }
      if let who = pick(free) { return Errand(deed: model.appoint(who, .chief, of: centre), actor: nil) }
    }
    return nil
  }

  /// People leave, and what is kept of them goes when nothing stands in its way.
  private func forgetting() -> Errand? {
    if let who = pick(grantedErasures) {
      return Errand(deed: model.carryOutErasure(of: who), actor: chance(50) ? nil : pick(able(.administrator)))
    }
    if chance(30), let cohort = pick(model.cohorts.indices.filter { model.cohorts[$0].approved != nil }),
      let hr = pick(able(.hr))
    {
      return Errand(deed: chance(50) ? model.clear(cohort) : model.concludeAudit(cohort), actor: hr)
    }
    if chance(25), let deed = aPartOfACase(), let officer = pick(able(.dpo)) {
      return Errand(deed: deed, actor: officer)
    }
    let former = model.staff.indices.filter {
      model.staff[$0].isKnown && !model.isEmployed($0) && model.knowsWhatIsLeft(of: $0)
    }
    if chance(60), let who = pick(former), let officer = pick(able(.dpo)) {
      return Errand(deed: model.decideErasure(of: who, granting: true, .objection), actor: officer)
    }
    let ordinary = model.staff.indices.filter {
      model.isEmployed($0) && model.staff[$0].roles.isEmpty && !model.isLeading($0)
    }
    guard let who = pick(ordinary), let hr = pick(able(.hr)) else { return nil }
    return Errand(deed: model.endEmployment(who), actor: hr)
  }

  /// Those whose erasure the officer has granted, and of whom the model can say what goes.
  var grantedErasures: [Who] {
    model.privacy.granted.keys.filter { model.knowsWhatIsLeft(of: $0) }.sorted()
  }

  /// Those who hold a role and may use it.
  func able(_ role: Role) -> [Who] {
    model.staff.indices.filter {
      model.isEmployed($0) && model.staff[$0].roles.contains(.init(role: role, cohort: nil))
        && (role == .auditor || !model.hatsAnywhere($0).contains(.auditor))
    }
  }

  // MARK: By stage

  private func errands(_ cohort: Int, _ life: Life) async throws -> [Errand] {
    let (state, calendar) = (model.cohorts[cohort], calendars[cohort])
    let today = Clock.day(of: now)
    guard today >= calendar.opens else { return [] }
    guard state.isOpen else { return byHR([model.open(cohort, calendar)]) }
    if state.gatherings.isEmpty || !state.hasCriteria || state.ruleSets.isEmpty { return byHR(setUp(cohort, today)) }
    if state.approved == nil {
      if !state.isClosed {
        return nominations(cohort, state, calendar, today) + assessments(cohort, state, today)
          + (chance(4) ? changes(cohort, state, today) : [])
      }
      return try await decisions(cohort, state, life, today)
    }
    return seats(cohort, state, today) + (try await year(cohort, state, life, today))
  }

  private func byHR(_ deeds: [Deed]) -> [Errand] {
    deeds.flatMap { deed in able(.hr).shuffled(using: &dice).prefix(3).map { Errand(deed: deed, actor: $0) } }
  }

  private func setUp(_ cohort: Int, _ today: CivilDate) -> [Deed] {
    var values = RuleSet()
    values.lateDispensation = cohort % 2 == 0
    values.answerDays = 8
    return [
      model.adopt("\(model.cohorts[cohort].code.value).1", values, from: today, in: cohort),
      model.publishCriteria(.ofTheProgramme(), in: cohort),
      model.publishProgramme(calendars[cohort].gatherings, in: cohort),
    ]
  }

  private func nominations(
    _ cohort: Int, _ state: CohortState, _ calendar: Calendar, _ today: CivilDate
  ) -> [Errand] {
    var errands: [Errand] = []
    if state.live.count < calendar.nominees, today <= state.deadline, let who = candidate(cohort, state) {
      let centre = model.staff[who].job?.centre ?? 0
      if let chief = model.centres[centre].chief ?? model.centres[centre].deputy, chief != who {
        let deed = model.submit(paper(today), of: who, in: cohort)
        errands.append(Errand(deed: deed, actor: chief))
        errands += able(.hr).prefix(1).map { Errand(deed: deed, actor: $0, behalf: chief) }
      }
    }
    for (who, form) in state.live.sorted(by: { $0.key < $1.key }) {
      switch state.forms[form].status {
      case .submitted: errands += byHR([model.receive(who, in: cohort)])
      case .received:
        errands += byHR([
          model.staff[who].job?.hasLed ?? true
            ? model.rejectEligibility(
              of: who, model.isEmployed(who) ? .formerLeader : .notEmployed, "Efter personaleregistret.", in: cohort)
            : model.confirmEligibility(of: who, in: cohort)
        ])
      default: break
      }
    }
    return errands
  }

  /// Somebody of a working centre who leads nobody and is not nominated in any cohort that is going on.
  private func candidate(_ cohort: Int, _ state: CohortState) -> Who? {
    pick(
      model.staff.indices.filter { who in
        guard let job = model.staff[who].job, Self.working.contains(job.centre), !model.isLeading(who),
          model.staff[who].roles.isEmpty
        else { return false }
        return !model.cohorts.contains { $0.live[who] != nil } && !state.forms.contains { $0.nominee == who }
          && (!job.hasLed || chance(5))
      })
  }

  func paper(_ today: CivilDate) -> Paper {
    Paper(talk: today.adding(days: -2 - dice.below(9)), interestOn: today.adding(days: -1), priority: 1 + dice.below(5))
  }

  private func assessments(_ cohort: Int, _ state: CohortState, _ today: CivilDate) -> [Errand] {
    guard now >= state.closes else { return [] }
    var errands: [Errand] = []
    for (index, conflict) in state.conflicts.enumerated() where conflict.ruling == nil {
      if let id = conflictID(cohort, index) {
        errands += byHR([model.rule(on: index, id, upheld: chance(50), in: cohort)])
      }
    }
    let assessors = able(.assessor)
    for nominee in state.eligible {
      let assigned = state.assigned[nominee] ?? []
      if assigned.filter({ assessors.contains($0) && !state.isBarred($0, from: nominee) }).count < 2 {
        for assessor in assessors where !assigned.contains(assessor) {
          errands += byHR([model.assign(assessor, to: [nominee], in: cohort)])
        }
      }
      for assessor in assigned where assessors.contains(assessor) {
        let given = state.scores[.init(nominee: nominee, assessor: assessor)] ?? [:]
        for question in CohortState.questions where given[question] == nil {
          errands.append(
            Errand(deed: model.score(nominee, question, .demonstrated, dice.below(5), in: cohort), actor: assessor))
        }
      }
      for assessor in assigned where !assessors.contains(assessor) {
        let given = state.scores[.init(nominee: nominee, assessor: assessor)] ?? [:]
        if !given.isEmpty { errands += byHR([model.void(nominee, by: assessor, nil, in: cohort)]) }
      }
    }
    return errands + byHR([model.closeScoring(in: cohort)])
  }

  /// What now and then is changed on the way: a form amended, completed, late or withdrawn, time or seats by the board, a conflict
  /// declared, a score revised.
  private func changes(_ cohort: Int, _ state: CohortState, _ today: CivilDate) -> [Errand] {
    var errands: [Errand] = []
    let board = able(.board)
    for (who, form) in state.live.sorted(by: { $0.key < $1.key }) {
      guard let chief = state.forms[form].chief else { continue }
      errands.append(Errand(deed: model.amend(paper(today), of: who, version: nil, in: cohort), actor: chief))
      if chance(10) { errands.append(Errand(deed: model.withdraw(who, .byCentre, in: cohort), actor: chief)) }
    }
    for (form, kept) in state.forms.enumerated() {
      guard let who = kept.nominee, let chief = kept.chief, let id = formID(cohort, form) else { continue }
      if kept.isIncomplete {
        errands.append(Errand(deed: model.complete(form, id, paper(today), of: who, in: cohort), actor: chief))
      }
      errands += board.prefix(1).map { Errand(deed: model.admitLate(form, id, in: cohort), actor: $0) }
    }
    errands += board.prefix(1).map {
      Errand(deed: model.extendDeadline(to: state.deadline.adding(days: 2), in: cohort), actor: $0)
    }
    for nominee in state.eligible {
      for assessor in state.assigned[nominee] ?? [] {
        if chance(20) {
          errands.append(Errand(deed: model.declareConflict(of: nil, towards: nominee, in: cohort), actor: assessor))
        }
        for (question, given) in (state.scores[.init(nominee: nominee, assessor: assessor)] ?? [:]).sorted(by: {
          $0.key < $1.key
        }) {
          let new = CohortState.Given(basis: .demonstrated, points: (given.points + 1) % 5)
          let deed = model.revise(nominee, question, from: given, to: new, reason: "Regnet forkert.", in: cohort)
          errands.append(Errand(deed: deed, actor: assessor))
        }
      }
    }
    return errands
  }

  private func decisions(
    _ cohort: Int, _ state: CohortState, _ life: Life, _ today: CivilDate
  ) async throws -> [Errand] {
    if state.ranked == nil || state.ranked != state.rankedFrom { return byHR([model.rank(in: cohort)]) }
    guard let ranking = try await ranking(cohort, life) else { return [] }
    if let tie = ranking.ties.first(where: { $0.decides && !$0.isResolved }) {
      let deed = model.resolve(
        spread(tie, cohort), among: ranking.ties.map(\.nominees), deciding: true, isResolved: false, in: cohort)
      return byHR([deed])
    }
    if let proposal = state.proposal, !proposal.isReturned, proposal.ranked == state.ranked {
      guard let digest = ranking.proposal, today > proposal.day || chance(30) else { return [] }
      let board = able(.board)
      if chance(25) {
        return board.map { Errand(deed: model.sendBack(digest, isCurrent: true, in: cohort), actor: $0) }
      }
      let deed = model.approve(digest, isCurrent: true, present: Array(board.prefix(3)), on: today, in: cohort)
      return board.prefix(3).map { Errand(deed: deed, actor: $0) }
        + able(.secretary).prefix(1).map { Errand(deed: deed, actor: $0, behalf: board.first) }
    }
    let free = max(0, state.seats - state.occupied)
    let order = ranking.standing.byPlaces
    let deed = model.propose(
      Array(order.prefix(free)), reserve: Array(order.dropFirst(free).prefix(2)), departing: [],
      by: ranking.standing, in: cohort)
    return byHR([deed])
  }

  private func seats(_ cohort: Int, _ state: CohortState, _ today: CivilDate) -> [Errand] {
    var errands: [Errand] = []
    for who in state.awaiting { errands += byHR([model.offer(who, in: cohort)]) }
    // One in seven never answers.
    for (who, seat) in state.takenSeats.sorted(by: { $0.key < $1.key })
    where seat.status == .offered && (who % 7 > 0 || now >= seat.closes) {
      let deed =
        now >= seat.closes
        ? model.lapse(who, in: cohort)
        : chance(85) ? model.accept(who, in: cohort) : model.decline(who, in: cohort)
      errands += chance(70) ? [Errand(deed: deed, actor: who)] : byHR([deed])
    }
    if !state.reserveLeft.isEmpty { errands += byHR([model.promote(nil, in: cohort)]) }
    for who in state.live.keys.sorted() where state.told[who] == nil && state.takenSeats[who] == nil {
      errands += byHR([
        state.reserve.contains(who)
          ? model.lapseReserve(who, early: false, in: cohort)
          : model.notify(who, "Andre stod stærkere i helhedssyn.", in: cohort)
      ])
    }
    for who in state.told.keys.sorted() where !state.feedback.contains(who) {
      if let leader = model.staff[who].lastJob?.leader {
        errands.append(Errand(deed: model.giveFeedback(who, answers: 4, in: cohort), actor: leader))
      }
    }
    for who in state.complaints.sorted() { errands += byHR([model.answerComplaint(of: who, in: cohort)]) }
    return errands
  }

  /// An order of those who are level that keeps to the spread: whose workplace has the fewest placed comes first.
  private func spread(_ tie: RankingSeen.Tie, _ cohort: Int) -> [Who] {
    let workplace = { (who: Who) in self.model.cohorts[cohort].form(of: who)?.workplace ?? "" }
    var placed: [String: Int] = [:]
    for who in tie.before { placed[workplace(who), default: 0] += 1 }
    var (rest, order) = (tie.nominees, [Who]())
    while let next = rest.min(by: { (placed[workplace($0)] ?? 0, $0) < (placed[workplace($1)] ?? 0, $1) }) {
      order.append(next)
      placed[workplace(next), default: 0] += 1
      rest.removeAll { $0 == next }
    }
    return order
  }
}
