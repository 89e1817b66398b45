import TalentDomain

// Work groups meet, and their members work by themselves.
extension Model {
  func formGroup(_ people: [Who], in cohort: Int) -> Deed {
    var command = FormWorkGroup()
    command.cohort = cohorts[cohort].code
    command.participants = people.map { staff[$0].reference }
    command.task = "Overgangen fra børnehave til skole"
    return Deed(
      command: command, gate: .hr, cohort: cohort, named: people,
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectEach(people)
        var judgement = Judgement("work-group.formed.v1")
        judgement.breaks("S4", if: people.count < 2)
        judgement.breaks("S2", if: people.contains { !state.isParticipant($0) || state.year.group(of: $0) != nil })
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].year.groups.append(people) })
  }

  func join(_ group: Int, _ people: [Who], in cohort: Int) -> Deed {
    var command = JoinWorkGroup()
    command.cohort = cohorts[cohort].code
    command.group = group + 1
    command.participants = people.map { staff[$0].reference }
    return Deed(
      command: command, gate: .hr, cohort: cohort, named: people,
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        guard group < state.year.groups.count else { throw .refused("S2") }
        try model.expectEach(people)
        var judgement = Judgement(events: Array(repeating: "work-group-member.joined.v1", count: people.count))
        judgement.breaks("S2", if: people.contains { !state.isParticipant($0) || state.year.group(of: $0) != nil })
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].year.groups[group] += people })
  }

  func meet(_ group: Int, _ present: [Who], on date: CivilDate, _ days: Rational, in cohort: Int) -> Deed {
    var command = HoldWorkGroupMeeting()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.days = days
    command.group = group + 1
    command.present = present.map { staff[$0].reference }
    return Deed(
      command: command, gate: .participants, cohort: cohort, named: present,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        let isHR = model.holds(moment.actor, .hr, in: cohort)
        let members = group < state.year.groups.count ? state.year.groups[group] : nil
        guard isHR || members?.contains(moment.principal ?? -1) == true else { throw .notFound }
        guard let members else { throw .refused("S2") }
        if !present.isEmpty { try model.expectEach(present) }
        let there = present.isEmpty ? members.filter(state.isParticipant) : present
        guard isHR || there.allSatisfy(members.contains) else { throw .notFound }
        var judgement = Judgement("work-group-meeting.held.v1")
        judgement.mayDeviate = true
        judgement.breaks("S2", if: there.isEmpty || !there.allSatisfy(members.contains))
        judgement.breaks("S2", if: state.lackedSeat(there, on: date, moment))
        judgement.breaks("S4", if: moment.isLater(date) || !days.isTime(.days))
        return judgement
      },
      effect: { model, moment in
        let members = model.cohorts[cohort].year.groups[group]
        let there = present.isEmpty ? members.filter(model.cohorts[cohort].isParticipant) : present
        model.record(.workGroupMeeting, there, on: date, days, moment, of: group, in: cohort)
      })
  }

  func workAlone(_ who: Who, on date: CivilDate, _ days: Rational, in cohort: Int) -> Deed {
    var command = LogIndividualWork()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.days = days
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: .participants, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectRecordable([who], moment)
        var judgement = Judgement("individual-work.logged.v1")
        judgement.mayDeviate = true
        judgement.breaks("S2", if: state.lackedSeat([who], on: date, moment))
        judgement.breaks("S4", if: moment.isLater(date) || !days.isTime(.days))
        return judgement
      },
      effect: { model, moment in model.record(.individualWork, [who], on: date, days, moment, in: cohort) })
  }
}
