import TalentDomain

// HR receives what was handed in, and judges who may be chosen at all.
extension Model {
  func receive(_ who: Who, in cohort: Int) -> Deed {
    var command = ReceiveNomination()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    return Deed(
      command: command, gate: .by(.hr), cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("nomination.received.v1")
        judgement.breaks("S2", if: state.form(of: who).map(\.isReceived) ?? true)
        return judgement
      },
      effect: { model, _ in
        guard let form = model.cohorts[cohort].live[who] else { return }
        model.cohorts[cohort].forms[form].status = .received
        model.cohorts[cohort].forms[form].isReceived = true
      })
  }

  func confirmEligibility(of who: Who, in cohort: Int) -> Deed {
    var command = ConfirmEligibility()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    return Deed(
      command: command, gate: .by(.hr), cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("eligibility.confirmed.v1")
        judgement.breaks("R3", if: model.staff[who].job?.hasLed ?? true)
        judgement.breaks("R19", if: !model.isImpartial(moment, towards: who, state))
        judgement.breaks("S2", if: state.mayNotRule(on: who, .eligible))
        return judgement
      },
      effect: { model, _ in
        guard let form = model.cohorts[cohort].live[who] else { return }
        model.cohorts[cohort].forms[form].status = .eligible
        model.cohorts[cohort].forms[form].ground = nil
      })
  }

  func rejectEligibility(of who: Who, _ ground: EligibilityGround, _ reasons: String, in cohort: Int) -> Deed {
    var command = RejectEligibility()
    command.cohort = cohorts[cohort].code
    command.ground = ground
    command.nominee = staff[who].reference
    command.reasons = Text(reasons)
    return Deed(
      command: command, gate: .by(.hr), cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard !reasons.allSatisfy(\.isWhitespace) else { throw .invalid }
        var judgement = Judgement("eligibility.rejected.v1")
        judgement.breaks("R19", if: !model.isImpartial(moment, towards: who, state))
        judgement.breaks("S2", if: state.mayNotRule(on: who, .ineligible))
        return judgement
      },
      effect: { model, _ in
        guard let form = model.cohorts[cohort].live[who] else { return }
        model.cohorts[cohort].forms[form].status = .ineligible
        model.cohorts[cohort].forms[form].ground = ground
      })
  }
}

extension CohortState {
  /// HR rules on a form that it has received, not twice the same way, and until scoring is closed.
  func mayNotRule(on who: Who, _ ruling: Form.Status) -> Bool {
    guard let form = form(of: who) else { return true }
    return form.status == .submitted || form.status == ruling || isClosed
  }
}
