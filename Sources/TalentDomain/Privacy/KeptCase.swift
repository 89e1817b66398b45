/// What retention asks of somebody's part in one cohort.
package struct KeptCase: Sendable, Hashable {
  package let cohort: Code
  package let outcome: RetentionOutcome
  /// The day from which periods run; nil while the case has not ended.
  package let from: CivilDate?
  /// The last day on which anything was recorded of the person there.
  package let last: CivilDate
  /// Years by class; a class of which the person has nothing there is left out.
  package let years: [RetentionClass: Int]
  /// Years after which nothing of the case needs the person's name any more.
  package let longest: Int
  /// Whether it is the person's own case, as a nominee or a participant: archives and auditors ask for it.
  package let isOwn: Bool
  /// Whether somebody else's case still needs the person.
  package let servesOthers: Bool

  /// Why a class of the case is kept; nil where there is nothing of it.
  package func ground(of retention: RetentionClass) -> RetentionPlan.Ground? { years[retention].map(ground) }

  /// Why the register keeps who the person is.
  package var registerGround: RetentionPlan.Ground { ground(longest) }

  private func ground(_ years: Int) -> RetentionPlan.Ground {
    RetentionPlan.Ground(cohort: cohort, outcome: outcome, from: from, years: years)
  }
}

extension KeptCase {
  /// - Parameter today: by it the programme is over or not.
  package init(_ part: CasePart, on today: CivilDate) {
    let (state, alias) = (part.state, part.alias)
    let outcome = state.outcome(of: alias, on: today)
    let last = state.lastDays.last(of: alias) ?? state.setup.openedOn
    let from = state.retentionStart(of: alias, outcome, last)
    cohort = part.cohort
    self.outcome = outcome
    self.from = from
    self.last = last
    isOwn = state.isNominated(alias)
    servesOthers = state.needs(alias, on: today)
    // Never retroactive: the rule set of the day on which the period begins.
    let rules = from.map { state.setup.rules(on: $0) } ?? state.setup.ruleSets.last?.values ?? RuleSet()
    let periods = rules.retention(after: outcome)
    years = Dictionary(
      uniqueKeysWithValues: state.classes(of: alias, outcome).map { ($0, periods?[$0] ?? 0) })
    longest = RetentionClass.allCases.compactMap { periods?[$0] }.max() ?? 0
  }
}

extension Cohort {
  /// Whether somebody was ever nominated here, whatever became of the form; a seat follows from a form.
  fileprivate func isNominated(_ person: Alias) -> Bool {
    nominations.forms.values.contains { $0.nominee == person }
  }

  /// The classes of which there may be something of somebody's. Whoever only took part in others' cases has left nothing but
  /// what they declared of themselves (R19).
  fileprivate func classes(of person: Alias, _ outcome: RetentionOutcome) -> [RetentionClass] {
    guard outcome == .contributed else { return RetentionClass.allCases.filter { !$0.isOfRegister } }
    return assessment.conflicts.values.contains { $0.person == person } ? [.assessment] : []
  }

  /// What somebody's part here came to.
  fileprivate func outcome(of person: Alias, on today: CivilDate) -> RetentionOutcome {
    guard selection.complaints[person] == nil else { return .open }
    if let seat = selection.seats[person] {
      switch seat.status {
      case .offered: return .open
      case .accepted: return isOver(on: today) ? .participated : .open
      case .deferred, .withdrawn: return .participated
      case .declined, .lapsed: return .notSelected
      }
    }
    if selection.notified[person] != nil { return .notSelected }
    if nominations.live[person] != nil { return .open }
    let isEmployeeOnly = nominations.conversations[person] != nil || nominations.interests[person] != nil
    return isNominated(person) || (isEmployeeOnly && lastDays.by[person] == nil) ? .notConsidered : .contributed
  }

  /// The last day on which anything was recorded of the case; for whoever took part in the programme, or served others in it,
  /// not before its end.
  fileprivate func retentionStart(
    of person: Alias, _ outcome: RetentionOutcome, _ last: CivilDate
  ) -> CivilDate? {
    switch outcome {
    case .open, .employed: return nil
    case .notConsidered, .notSelected: return last
    case .contributed: return max(last, lastDay)
    // Whoever left early is done with it then.
    case .participated: return isParticipant(person) ? max(last, lastDay) : last
    }
  }

  /// Whether somebody else's case, not ended yet, still needs this person: whoever scores, whoever has proposed, who is
  /// mentor or host of a participant.
  fileprivate func needs(_ person: Alias, on today: CivilDate) -> Bool {
    if assessment.closed == nil, assessment.assigned.values.contains(where: { $0.contains(person) }) { return true }
    if assessment.conflicts.values.contains(where: { $0.person == person && $0.ruling == .pending }) { return true }
    if let proposal = selection.proposal, proposal.status == .proposed,
      proposal.proposer == person || proposal.recorder == person
    {
      return true
    }
    guard !isOver(on: today) else { return false }
    return programme.mentors.matches.values.contains {
      $0.mentor == person && $0.ended == nil && isParticipant($0.participant)
    } || programme.internships.agreements.values.contains { $0.host == person && isParticipant($0.participant) }
  }

  private func isOver(on today: CivilDate) -> Bool { today > lastDay }

  /// The end of the last gathering; until the programme is published, the day of the kick-off.
  private var lastDay: CivilDate { setup.gatherings.map(\.ends.date).max() ?? setup.kickOff }
}
