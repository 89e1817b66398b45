import TalentDomain

// Whoever is not chosen is told why, and given feedback; HR answers complaints.
extension Model {
  func notify(_ who: Who, _ reasons: String, in cohort: Int) -> Deed {
    var command = NotifyNonSelection()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    command.reasons = Text(reasons)
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard let form = state.form(of: who) else { throw .notFound }
        guard !reasons.allSatisfy(\.isWhitespace) else { throw .invalid }
        var judgement = Judgement("non-selection.notified.v1")
        judgement.breaks("R9", if: form.status != .ineligible && !(state.approved?.rest.contains(who) ?? false))
        judgement.breaks("S2", if: state.told[who] != nil)
        return judgement
      },
      effect: { model, moment in model.tell(who, moment, in: cohort) })
  }

  func giveFeedback(_ who: Who, answers: Int, on date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = GiveFeedback()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.nominee = staff[who].reference
    command.next = answers > 0 ? "Mere erfaring med at lede møder." : nil
    command.rightNow = answers > 1 ? "Ja." : nil
    command.realistic = answers > 2 ? "Ja, om et år." : " "
    command.alternatives = answers > 3 ? "En diplomuddannelse." : nil
    return Deed(
      command: command, gate: .by(.leader, recordedBy: [.hr]), cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("feedback.given.v1")
        let leader = model.staff[who].lastJob?.leader
        judgement.breaks(
          "R12",
          if: state.told[who] == nil || leader == nil || leader != moment.principal
            || answers < state.rules(on: moment.today).feedbackAnswers)
        judgement.breaks("S2", if: state.feedback.contains(who))
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].feedback.insert(who) })
  }

  func complain(_ who: Who, _ text: String, in cohort: Int) -> Deed {
    var command = ReceiveComplaint()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    command.text = Text(text)
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard state.forms.contains(where: { $0.nominee == who }) else { throw .notFound }
        guard !text.allSatisfy(\.isWhitespace) else { throw .invalid }
        return Judgement("complaint.received.v1")
      },
      effect: { model, _ in model.cohorts[cohort].complaints.insert(who) })
  }

  func answerComplaint(of who: Who, in cohort: Int) -> Deed {
    var command = AnswerComplaint()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    command.text = "Sagen er gennemgået igen."
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("complaint.answered.v1")
        judgement.breaks("S2", if: !state.complaints.contains(who))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].complaints.remove(who) })
  }

  func note(on who: Who?, date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = RecordCaseNote()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.nominee = who.map { staff[$0].reference }
    command.text = "Talt med lederen i telefon."
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: who.map { [$0] } ?? [],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        _ = try model.opened(cohort)
        if let who { try model.expectKnown(who) }
        var judgement = Judgement("case-note.recorded.v1")
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { _, _ in })
  }

  mutating func tell(_ who: Who, _ moment: Moment, in cohort: Int) {
    cohorts[cohort].told[who] = moment.today.adding(days: cohorts[cohort].rules(on: moment.today).feedbackDays)
  }
}
