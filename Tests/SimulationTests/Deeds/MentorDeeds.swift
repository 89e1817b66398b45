import TalentDomain

// An experienced leader of another line is mentor, and both agree to keep to themselves what is said.
extension Model {
  func registerMentor(_ who: Who, in cohort: Int) -> Deed {
    var command = RegisterMentor()
    command.cohort = cohorts[cohort].code
    command.mentor = staff[who].reference
    return Deed(
      command: command, gate: .hr, cohort: cohort, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("mentor.registered.v1")
        judgement.breaks("R15", if: !model.isExperienced(who))
        judgement.breaks("S2", if: state.year.mentors.contains(who))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].year.mentors.insert(who) })
  }

  func match(_ who: Who, with mentor: Who, on date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = MatchMentor()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.mentor = staff[mentor].reference
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: .hr, cohort: cohort, named: [who, mentor],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(mentor)
        try model.expectKnown(who)
        var judgement = Judgement("mentor.matched.v1")
        judgement.breaks("R15", if: model.areOfOneLine(mentor, who))
        judgement.breaks("S4", if: moment.isLater(date))
        judgement.breaks(
          "S2",
          if: !state.tookPart(who, at: moment.effective(date)) || !state.year.mentors.contains(mentor)
            || state.year.liveMatch(of: who) != nil)
        return judgement
      },
      effect: { model, moment in
        model.cohorts[cohort].year.matches.append(
          .init(participant: who, mentor: mentor, began: date ?? moment.today))
      })
  }

  func endMatch(of who: Who, on date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = EndMentorMatch()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.ground = .wish
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: .participants, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        let index = state.year.liveMatch(of: who)
        try model.expectParty(who, index.map { state.year.matches[$0].mentor }, moment)
        var judgement = Judgement("mentor-match.ended.v1")
        let end = date ?? moment.today
        judgement.breaks("S4", if: moment.isLater(date) || index.map { end < state.year.matches[$0].began } ?? false)
        judgement.breaks(
          "S2",
          if: index == nil
            || state.year.live(who).contains { $0.kind == .mentorMeeting && $0.of == index && $0.date > end })
        return judgement
      },
      effect: { model, moment in
        guard let index = model.cohorts[cohort].year.liveMatch(of: who) else { return }
        model.cohorts[cohort].year.matches[index].ended = date ?? moment.today
      })
  }

  func agree(_ who: Who, on date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = AgreeConfidentiality()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: .participants, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        let match = state.year.liveMatch(of: who).map { state.year.matches[$0] }
        guard let principal = moment.principal, principal == who || principal == match?.mentor else {
          throw .notPermitted
        }
        var judgement = Judgement("confidentiality.agreed.v1")
        let day = date ?? moment.today
        judgement.breaks("S4", if: moment.isLater(date) || match.map { day < $0.began } ?? false)
        let before = principal == who ? match?.agreedByParticipant : match?.agreedByMentor
        judgement.breaks("S2", if: match == nil || before != nil)
        return judgement
      },
      effect: { model, moment in
        guard let index = model.cohorts[cohort].year.liveMatch(of: who) else { return }
        let day = date ?? moment.today
        if moment.principal == who {
          model.cohorts[cohort].year.matches[index].agreedByParticipant = day
        } else {
          model.cohorts[cohort].year.matches[index].agreedByMentor = day
        }
      })
  }

  func meetMentor(_ who: Who, on date: CivilDate, minutes: Int, in cohort: Int) -> Deed {
    var command = LogMentorMeeting()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.minutes = minutes
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: .participants, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        let index = state.year.match(of: who, on: date, by: moment.principal)
        try model.expectParty(who, index.map { state.year.matches[$0].mentor }, moment)
        guard (1...1440).contains(minutes) else { throw .refused("S4") }
        var judgement = Judgement("mentor-meeting.held.v1")
        judgement.mayDeviate = true
        judgement.breaks("S4", if: moment.isLater(date) || !Rational(minutes, 60).isTime(.hours))
        judgement.breaks("S2", if: state.lackedSeat([who], on: date, moment))
        state.judge(meetingIn: index, on: date, &judgement)
        return judgement
      },
      effect: { model, moment in
        let year = model.cohorts[cohort].year
        guard let index = year.match(of: who, on: date, by: moment.principal) else { return }
        model.record(
          .mentorMeeting, [who], on: date, Rational(minutes, 60), moment, with: year.matches[index].mentor, of: index,
          in: cohort)
      })
  }
}

extension CohortState {
  /// Both have agreed by then, and the match stood on that day.
  func judge(meetingIn match: Int?, on date: CivilDate, _ judgement: inout Judgement) {
    guard let match else {
      judgement.broken.insert("S2")
      return
    }
    let held = year.matches[match]
    judgement.breaks("R15", if: held.confidential.map { date < $0 } ?? true)
    judgement.breaks("S2", if: date < held.began || held.ended.map { date > $0 } ?? false)
  }
}
