import TalentDomain

// Two assessors score blind; who is conflicted stays out; HR closes, ranks and resolves ties.
extension Model {
  /// - Parameter nominees: empty means all who are eligible, and whom the assessor may assess.
  func assign(_ assessor: Who, to nominees: [Who] = [], in cohort: Int) -> Deed {
    var command = AssignAssessor()
    command.assessor = staff[assessor].reference
    command.cohort = cohorts[cohort].code
    command.nominees = nominees.map { staff[$0].reference }
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: [assessor] + nominees,
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(assessor)
        for nominee in nominees { try model.expectKnown(nominee) }
        var judgement = Judgement("assessor.assigned.v1")
        let chosen = nominees.isEmpty ? model.assessable(by: assessor, state) : nominees
        judgement.breaks(
          "R19",
          if: chosen.contains {
            $0 == assessor || model.leads(assessor, $0) || state.isBarred(assessor, from: $0)
          })
        judgement.breaks(
          "S2",
          if: state.isClosed || chosen.isEmpty || Set(chosen).count < chosen.count
            || chosen.contains { !state.isEligible($0) || (state.assigned[$0] ?? []).contains(assessor) })
        return judgement
      },
      effect: { model, _ in
        let state = model.cohorts[cohort]
        for nominee in nominees.isEmpty ? model.assessable(by: assessor, state) : nominees {
          model.cohorts[cohort].assigned[nominee, default: []].append(assessor)
        }
      })
  }

  private func assessable(by assessor: Who, _ state: CohortState) -> [Who] {
    state.eligible.filter {
      $0 != assessor && staff[$0].isKnown && !leads(assessor, $0) && !state.isBarred(assessor, from: $0)
        && !(state.assigned[$0] ?? []).contains(assessor)
    }
  }

  /// - Parameter who: nil means oneself.
  func declareConflict(of who: Who?, towards nominee: Who, in cohort: Int) -> Deed {
    var command = DeclareConflict()
    command.cohort = cohorts[cohort].code
    command.kind = .kin
    command.nominee = staff[nominee].reference
    command.person = who.map { staff[$0].reference }
    return Deed(
      command: command, gate: .by(.assessor, .board, .hr, recordedBy: [.hr]), cohort: cohort,
      named: [nominee] + (who.map { [$0] } ?? []),
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(nominee)
        if let who { try model.expectKnown(who) }
        var judgement = Judgement("conflict.declared.v1")
        judgement.breaks(
          "S2", if: state.live[nominee] == nil || state.isBarred(who ?? moment.principal, from: nominee))
        return judgement
      },
      effect: { model, moment in
        guard let conflicted = who ?? moment.principal else { return }
        model.cohorts[cohort].conflicts.append(.init(who: conflicted, nominee: nominee, ruling: nil))
      })
  }

  /// - Parameter id: what the service calls the conflict.
  func rule(on conflict: Int, _ id: Alias, upheld: Bool, in cohort: Int) -> Deed {
    var command = RuleConflict()
    command.cohort = cohorts[cohort].code
    command.conflict = id
    command.reasons = "Efter en samtale med begge."
    command.upheld = upheld
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nomineesAndBlind,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        guard conflict < state.conflicts.count else { throw .notFound }
        let declared = state.conflicts[conflict]
        let voided = upheld && state.approved == nil ? state.scores[declared.pair]?.count ?? 0 : 0
        var judgement = Judgement(
          events: ["conflict.ruled.v1"] + Array(repeating: "assessment.voided.v1", count: voided))
        judgement.breaks("R19", if: !moment.people.isDisjoint(with: [declared.who, declared.nominee]))
        judgement.breaks("S2", if: declared.ruling != nil)
        return judgement
      },
      effect: { model, _ in
        let declared = model.cohorts[cohort].conflicts[conflict]
        model.cohorts[cohort].conflicts[conflict].ruling = upheld
        guard upheld else { return }
        model.cohorts[cohort].assigned[declared.nominee]?.removeAll { $0 == declared.who }
        guard model.cohorts[cohort].approved == nil, model.cohorts[cohort].scores[declared.pair]?.isEmpty == false
        else {
          return
        }
        model.cohorts[cohort].void(declared.pair, nil)
      })
  }

  func score(_ nominee: Who, _ question: Int, _ basis: Basis, _ points: Int, in cohort: Int) -> Deed {
    var command = ScoreAssessment()
    command.basis = basis
    command.cohort = cohorts[cohort].code
    command.nominee = staff[nominee].reference
    command.points = points
    command.question = question
    if points == 3 { command.remark = "Set i praksis på fælles temadag." }
    return Deed(
      command: command, gate: .by(.assessor), cohort: cohort, closed: .barred, named: [nominee],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(nominee)
        var judgement = Judgement("assessment.scored.v1")
        judgement.breaks("R8", if: state.isOutside(question, basis, points, on: moment.today))
        judgement.breaks("R19", if: !model.isImpartial(moment, towards: nominee, state))
        judgement.breaks("S2", if: state.cannotScore(nominee, by: moment.principal))
        let pair = CohortState.Pair(nominee: nominee, assessor: moment.principal ?? -1)
        judgement.breaks("S2", if: state.scores[pair]?[question] != nil)
        return judgement
      },
      effect: { model, moment in
        let pair = CohortState.Pair(nominee: nominee, assessor: moment.principal ?? -1)
        model.cohorts[cohort].hasScores = true
        model.cohorts[cohort].scorers.insert(pair.assessor)
        model.cohorts[cohort].scores[pair, default: [:]][question] = .init(basis: basis, points: points)
      })
  }

  func revise(
    _ nominee: Who, _ question: Int, from old: CohortState.Given, to new: CohortState.Given, reason: String,
    in cohort: Int
  ) -> Deed {
    var command = ReviseAssessment()
    command.basis = new.basis
    command.cohort = cohorts[cohort].code
    command.nominee = staff[nominee].reference
    command.oldBasis = old.basis
    command.oldPoints = old.points
    command.points = new.points
    command.question = question
    command.reason = Text(reason)
    return Deed(
      command: command, gate: .by(.assessor), cohort: cohort, closed: .barred, named: [nominee],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(nominee)
        let pair = CohortState.Pair(nominee: nominee, assessor: moment.principal ?? -1)
        var judgement = Judgement("assessment.revised.v1")
        judgement.breaks("R8", if: state.isOutside(question, new.basis, new.points, on: moment.today))
        judgement.breaks("R19", if: !model.isImpartial(moment, towards: nominee, state))
        judgement.breaks("S2", if: state.cannotScore(nominee, by: moment.principal))
        judgement.breaks("R21", if: state.scores[pair]?[question] != old || old == new)
        judgement.breaks("R21", if: reason.allSatisfy(\.isWhitespace))
        return judgement
      },
      effect: { model, moment in
        let pair = CohortState.Pair(nominee: nominee, assessor: moment.principal ?? -1)
        model.cohorts[cohort].scores[pair, default: [:]][question] = new
      })
  }

  func void(_ nominee: Who, by assessor: Who, _ question: Int?, in cohort: Int) -> Deed {
    var command = VoidAssessment()
    command.assessor = staff[assessor].reference
    command.cohort = cohorts[cohort].code
    command.nominee = staff[nominee].reference
    command.question = question
    command.reason = "Forvekslet med en anden."
    let pair = CohortState.Pair(nominee: nominee, assessor: assessor)
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nomineesAndBlind, named: [nominee, assessor],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(nominee)
        try model.expectKnown(assessor)
        let given = (state.scores[pair] ?? [:]).keys.count { question == nil || $0 == question }
        guard given > 0 else { throw .notFound }
        var judgement = Judgement(events: Array(repeating: "assessment.voided.v1", count: given))
        // The voiding of the first of them opens a closed scoring again, for those after it.
        judgement.breaks("S2", if: state.isClosed)
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].void(pair, question) })
  }

  func calibrate(_ present: [Who], on date: CivilDate, in cohort: Int) -> Deed {
    var command = HoldCalibration()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.present = present.map { staff[$0].reference }
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: present,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        for who in present { try model.expectKnown(who) }
        var judgement = Judgement("calibration.held.v1")
        judgement.breaks("S2", if: state.isClosed)
        judgement.breaks("S4", if: moment.isLater(date) || Set(present).count < 2)
        return judgement
      },
      effect: { _, _ in })
  }

  func closeScoring(in cohort: Int) -> Deed {
    var command = CloseScoring()
    command.cohort = cohorts[cohort].code
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nomineesAndBlind,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        var judgement = Judgement("scoring.closed.v1")
        let eligible = state.eligible
        judgement.breaks(
          "S2",
          if: state.isClosed || moment.received < state.closes || !state.hasCriteria || eligible.isEmpty
            || state.live.values.contains { [.submitted, .received].contains(state.forms[$0].status) })
        guard state.hasCriteria else { return judgement }
        let wanted = state.rules(on: moment.today).assessors
        judgement.breaks("R20", if: eligible.contains { state.sets(of: $0).count < wanted })
        judgement.breaks(
          "R20",
          if: eligible.contains { nominee in
            (state.assigned[nominee] ?? []).contains {
              let given = state.scores[.init(nominee: nominee, assessor: $0)]?.count ?? 0
              return given > 0 && given < CohortState.questions.count
            }
          })
        judgement.breaks("R20", if: state.conflicts.contains { $0.ruling == nil && state.isEligible($0.nominee) })
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].isClosed = true })
  }

  func rank(in cohort: Int) -> Deed {
    var command = ComputeRanking()
    command.cohort = cohorts[cohort].code
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees,
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        var judgement = Judgement("ranking.computed.v1")
        judgement.breaks("S2", if: !state.isClosed || state.approved != nil || state.ranked == state.rankedFrom)
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].ranked = model.cohorts[cohort].rankedFrom })
  }
}

extension CohortState.Declared {
  var pair: CohortState.Pair { .init(nominee: nominee, assessor: who) }
}

extension CohortState {
  /// All that a ranking computed now follows from.
  var rankedFrom: RankedFrom {
    var points: [Who: [Pair: [Int: Int]]] = [:]
    for nominee in eligible {
      points[nominee] = [:]
      for assessor in sets(of: nominee) {
        let pair = Pair(nominee: nominee, assessor: assessor)
        points[nominee]?[pair] = (scores[pair] ?? [:]).mapValues(\.points)
      }
    }
    return RankedFrom(seats: seats, points: points)
  }

  fileprivate func isOutside(_ question: Int, _ basis: Basis, _ points: Int, on day: CivilDate) -> Bool {
    guard hasCriteria else { return false }
    guard Self.questions.contains(question) else { return true }
    if question == 5, basis == .potential || basis == .both { return true }
    return points < 0 || points > rules(on: day).points
  }

  fileprivate func cannotScore(_ nominee: Who, by assessor: Who?) -> Bool {
    guard let assessor, hasCriteria, !isClosed, isEligible(nominee) else { return true }
    return !(assigned[nominee] ?? []).contains(assessor) && !isBarred(assessor, from: nominee)
  }

  /// Without the full sets scoring is open again, and what was computed from it no longer stands.
  fileprivate mutating func void(_ pair: Pair, _ question: Int?) {
    if let question { scores[pair]?[question] = nil } else { scores[pair] = nil }
    isClosed = false
    ranked = nil
  }
}
