import TalentDomain

// Some days at a leader of another line.
extension Model {
  func agreeInternship(
    _ who: Who, with host: Who, from: CivilDate, to: CivilDate, _ days: Rational, in cohort: Int
  ) -> Deed {
    var command = AgreeInternship()
    command.cohort = cohorts[cohort].code
    command.days = days
    command.from = from
    command.host = staff[host].reference
    command.participant = staff[who].reference
    command.to = to
    return Deed(
      command: command, gate: .participants, cohort: cohort, named: [who, host],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(host)
        try model.expectKnown(who)
        try model.expectParty(who, host, moment)
        var judgement = Judgement("internship.agreed.v1")
        judgement.breaks("R16", if: host == who || !model.isLeading(host))
        judgement.breaks("S2", if: !state.tookPart(who, at: moment.recorded))
        judgement.breaks(
          "S4",
          if: from > to || days <= Rational(0) || days > Rational(10) || (days * Rational(2)).denominator != 1)
        return judgement
      },
      effect: { model, _ in
        model.cohorts[cohort].year.internships.append(.init(participant: who, host: host, from: from, to: to))
      })
  }

  func logInternship(_ who: Who, on date: CivilDate, _ days: Rational, in cohort: Int) -> Deed {
    var command = LogInternshipDay()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.days = days
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: .participants, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        let agreed = state.year.internship(of: who, on: date, by: moment.principal)
        try model.expectParty(who, agreed?.host, moment)
        guard days == Rational(1) || days == Rational(1, 2) else { throw .refused("S4") }
        var judgement = Judgement("internship-day.logged.v1")
        judgement.mayDeviate = true
        judgement.breaks("S4", if: moment.isLater(date))
        judgement.breaks("S2", if: state.lackedSeat([who], on: date, moment) || agreed == nil)
        judgement.breaks("S2", if: state.year.live(who).contains { $0.kind == .internshipDay && $0.date == date })
        return judgement
      },
      effect: { model, moment in
        let host = model.cohorts[cohort].year.internship(of: who, on: date, by: moment.principal)?.host
        model.record(.internshipDay, [who], on: date, days, moment, with: host, in: cohort)
      })
  }
}
