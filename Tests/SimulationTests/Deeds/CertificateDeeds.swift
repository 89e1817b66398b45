import TalentDomain

// Who has completed the programme, what is certified of it, and what became of them.
extension Model {
  func complete(_ who: Who, grounded: Bool, in cohort: Int) -> Deed {
    var command = CompleteProgramme()
    command.cohort = cohorts[cohort].code
    command.ground = grounded ? "Syg i to uger; alt andet er gennemført." : " "
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: .hr, cohort: cohort, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("programme.completed.v1")
        judgement.breaks(
          "S2",
          if: !state.isParticipant(who) || state.year.isComplete(who)
            || (!grounded && !state.year.short(who).isEmpty))
        return judgement
      },
      effect: { model, _ in
        model.cohorts[cohort].year.completed[who] = .init(short: model.cohorts[cohort].year.short(who))
      })
  }

  func certify(_ who: Who, in cohort: Int) -> Deed {
    var command = IssueCertificate()
    command.cohort = cohorts[cohort].code
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: .hr, cohort: cohort, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("certificate.issued.v1")
        judgement.breaks("S2", if: state.year.certificates.contains(who) || !state.year.isComplete(who))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].year.certificates.insert(who) })
  }

  func revokeCertificate(of who: Who, in cohort: Int) -> Deed {
    var command = RevokeCertificate()
    command.cohort = cohorts[cohort].code
    command.participant = staff[who].reference
    command.reason = "Fremmødet var forkert."
    return Deed(
      command: command, gate: .hr, cohort: cohort, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("certificate.revoked.v1")
        judgement.breaks("S2", if: !state.year.certificates.contains(who))
        return judgement
      },
      effect: { model, _ in
        model.cohorts[cohort].year.certificates.remove(who)
        model.cohorts[cohort].year.completed[who] = nil
      })
  }

  func outcome(_ who: Who, _ kind: ParticipantOutcome.Kind, on date: CivilDate, in cohort: Int) -> Deed {
    var command = RecordOutcome()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.outcome = kind
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: .hr, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("outcome.recorded.v1")
        judgement.breaks("S2", if: !state.isParticipant(who))
        judgement.breaks("S2", if: !state.gatherings.isEmpty && date <= state.lastDay)
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { _, _ in })
  }
}
