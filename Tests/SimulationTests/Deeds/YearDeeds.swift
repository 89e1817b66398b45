import TalentDomain

// From the kick-off to the certificate. Whoever was there records it, or HR for them; the other confirms; what was wrong is
// corrected or voided, with the old value and a reason.
extension Model {
  private static let hr = Gate.by(.hr)
  private static let participants = Gate.by(.employee, recordedBy: [.hr])

  // MARK: Gatherings, MBTI, work groups

  /// - Parameter people: empty means everybody who takes part and has not been recorded.
  func attend(_ gathering: Int, _ people: [Who], days: Rational? = nil, in cohort: Int) -> Deed {
    var command = RecordAttendance()
    command.all = people.isEmpty
    command.cohort = cohorts[cohort].code
    command.days = days
    command.gathering = gathering
    command.participants = people.map { staff[$0].reference }
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, named: people,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        guard let held = state.gathering(gathering) else { throw .refused("S2") }
        let present = people.isEmpty ? state.unrecorded(at: held, moment) : people
        guard !present.isEmpty else { throw .refused("S2") }
        for who in present { try model.expectKnown(who, orGhostIn: people) }
        guard Set(present).count == present.count else { throw .invalid }
        var judgement = Judgement(events: Array(repeating: "attendance.recorded.v1", count: present.count))
        judgement.mayDeviate = true
        let amount = days ?? held.days
        judgement.breaks("S4", if: moment.isLater(held.date) || !amount.isTime(.days) || amount > held.days)
        judgement.breaks("S2", if: state.lackedSeat(present, on: held.date, moment))
        judgement.breaks("S2", if: present.contains { state.year.attended($0, gathering) })
        return judgement
      },
      effect: { model, moment in
        guard let held = model.cohorts[cohort].gathering(gathering) else { return }
        for who in people.isEmpty ? model.cohorts[cohort].unrecorded(at: held, moment) : people {
          model.record(.gathering, [who], on: held.date, days ?? held.days, moment, of: gathering, in: cohort)
        }
      })
  }

  func answerMBTI(_ people: [Who], on date: CivilDate, in cohort: Int) -> Deed {
    var command = CompleteMBTIQuestionnaire()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.participants = people.map { staff[$0].reference }
    return mbti(command, "mbti-questionnaire.completed.v1", .mbtiQuestionnaire, Rational(2), people, date, cohort)
  }

  func attendMBTI(_ people: [Who], on date: CivilDate, in cohort: Int) -> Deed {
    var command = AttendMBTIFeedback()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.participants = people.map { staff[$0].reference }
    return mbti(command, "mbti-feedback.attended.v1", .mbtiFeedback, Rational(4), people, date, cohort)
  }

  private func mbti(
    _ command: any Command, _ event: String, _ kind: EntryKind, _ hours: Rational, _ people: [Who], _ date: CivilDate,
    _ cohort: Int
  ) -> Deed {
    Deed(
      command: command, gate: Self.participants, cohort: cohort, named: people,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectRecordable(people, moment)
        var judgement = Judgement(events: Array(repeating: event, count: people.count))
        judgement.mayDeviate = true
        judgement.breaks("S4", if: moment.isLater(date))
        judgement.breaks("S2", if: state.lackedSeat(people, on: date, moment))
        judgement.breaks("S2", if: people.contains { state.year.has(kind, $0) })
        return judgement
      },
      effect: { model, moment in
        for who in people { model.record(kind, [who], on: date, hours, moment, in: cohort) }
      })
  }

  func formGroup(_ people: [Who], in cohort: Int) -> Deed {
    var command = FormWorkGroup()
    command.cohort = cohorts[cohort].code
    command.participants = people.map { staff[$0].reference }
    command.task = "Overgangen fra børnehave til skole"
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, named: people,
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
      command: command, gate: Self.hr, cohort: cohort, named: people,
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
      command: command, gate: Self.participants, cohort: cohort, named: present,
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
      command: command, gate: Self.participants, cohort: cohort, named: [who],
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

  // MARK: Mentors

  func registerMentor(_ who: Who, in cohort: Int) -> Deed {
    var command = RegisterMentor()
    command.cohort = cohorts[cohort].code
    command.mentor = staff[who].reference
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, named: [who],
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
      command: command, gate: Self.hr, cohort: cohort, named: [who, mentor],
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
      command: command, gate: Self.participants, cohort: cohort, named: [who],
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
      command: command, gate: Self.participants, cohort: cohort, named: [who],
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
      command: command, gate: Self.participants, cohort: cohort, named: [who],
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

  // MARK: Internship, plan, dialogues

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
      command: command, gate: Self.participants, cohort: cohort, named: [who, host],
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
      command: command, gate: Self.participants, cohort: cohort, named: [who],
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

  func plan(_ who: Who, purpose: Bool, benefit: Bool, goals: Int, in cohort: Int) -> Deed {
    var command = SetDevelopmentPlan()
    command.benefit = benefit ? "Jeg kan lede et møde." : nil
    command.cohort = cohorts[cohort].code
    command.goals = Array(repeating: "Leder et projekt på tværs.", count: goals) + [" "]
    command.participant = staff[who].reference
    command.purposeOfPlan = purpose ? "Afprøve, om ledelse er noget for mig." : nil
    return Deed(
      command: command, gate: Self.participants, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard model.mayAnswer(for: who, moment) else { throw .notPermitted }
        var judgement = Judgement("development-plan.set.v1")
        judgement.breaks("R17", if: !purpose || !benefit || goals < 1)
        judgement.breaks("S2", if: !state.tookPart(who, at: moment.recorded))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].year.plans[who] = goals })
  }

  func progress(_ who: Who, goal: Int, _ status: GoalStatus, in cohort: Int) -> Deed {
    var command = ProgressGoal()
    command.cohort = cohorts[cohort].code
    command.goal = goal
    command.note = "Jeg har holdt to møder selv."
    command.participant = staff[who].reference
    command.status = status
    return Deed(
      command: command, gate: Self.participants, cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard model.mayAnswer(for: who, moment) else { throw .notPermitted }
        let goals = state.year.plans[who]
        var judgement = Judgement("development-goal.progressed.v1")
        judgement.breaks("S2", if: !state.tookPart(who, at: moment.recorded) || goals == nil)
        judgement.breaks("S4", if: goals.map { goal < 1 || goal > $0 } ?? false)
        return judgement
      },
      effect: { _, _ in })
  }

  /// - Parameter leader: nil where nobody is named.
  func talkGoals(_ who: Who, with leader: Who?, on date: CivilDate, minutes: Int, in cohort: Int) -> Deed {
    var command = HoldGoalDialogue()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.leader = leader.map { staff[$0].reference }
    command.minutes = minutes
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: Self.participants, cohort: cohort, named: [who] + (leader.map { [$0] } ?? []),
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        if let leader { try model.expectKnown(leader) }
        let talked = model.dialogueLeader(who, leader, moment)
        try model.expectParty(who, talked, moment)
        guard (1...1440).contains(minutes) else { throw .refused("S4") }
        var judgement = Judgement("goal-dialogue.held.v1")
        judgement.mayDeviate = true
        judgement.breaks("S4", if: moment.isLater(date) || !Rational(minutes, 60).isTime(.hours))
        judgement.breaks("S2", if: state.lackedSeat([who], on: date, moment))
        judgement.breaks("S2", if: talked == nil || talked != model.staff[who].job?.leader)
        return judgement
      },
      effect: { model, moment in
        let talked = model.dialogueLeader(who, leader, moment)
        model.record(.dialogue, [who], on: date, Rational(minutes, 60), moment, with: talked, in: cohort)
      })
  }

  private func dialogueLeader(_ who: Who, _ leader: Who?, _ moment: Moment) -> Who? {
    leader ?? (isParty(who, nil, moment) ? staff[who].job?.leader : moment.principal)
  }

  // MARK: Entries

  func confirm(_ entry: Int, _ id: Alias, in cohort: Int) -> Deed {
    var command = ConfirmEntry()
    command.cohort = cohorts[cohort].code
    command.entry = id
    return Deed(
      command: command, gate: Self.participants, cohort: cohort,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let of = try model.expectSeen(entry, moment, in: cohort)
        var judgement = Judgement("entry.confirmed.v1")
        let isParty = of.participants.contains(moment.principal ?? -1) || of.counterpart == moment.principal
        judgement.breaks(
          "S2", if: of.isVoided || of.isConfirmed || of.recorder == moment.principal || !isParty)
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].year.entries[entry].isConfirmed = true })
  }

  func correct(
    _ entry: Int, _ id: Alias, from old: (date: CivilDate, amount: Rational),
    to new: (date: CivilDate, amount: Rational),
    inWords: Bool, in cohort: Int
  ) -> Deed {
    var command = CorrectEntry()
    command.amount = new.amount
    command.cohort = cohorts[cohort].code
    command.date = new.date
    command.entry = id
    command.ground = inWords ? nil : .mistyped
    command.oldAmount = old.amount
    command.oldDate = old.date
    command.reason = inWords ? "Skrevet forkert." : nil
    return Deed(
      command: command, gate: Self.participants, cohort: cohort,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let of = try model.expectSeen(entry, moment, in: cohort)
        let state = model.cohorts[cohort]
        var judgement = Judgement("entry.corrected.v1")
        judgement.mayDeviate = true
        state.judge(changing: of, from: old, inWords: inWords, &judgement)
        judgement.breaks("R21", if: of.matches(old) && old == new)
        judgement.breaks("S4", if: moment.isLater(new.date) || !new.amount.isTime(of.kind.track.unit))
        judgement.breaks("S2", if: new.date != old.date && state.lackedSeat(of.participants, on: new.date, moment))
        switch of.kind {
        case .gathering:
          let held = of.of.flatMap(state.gathering)
          judgement.breaks("S4", if: held.map { new.amount > $0.days } ?? false)
        case .internshipDay:
          judgement.breaks("S4", if: new.amount != Rational(1) && new.amount != Rational(1, 2))
          judgement.breaks(
            "S2",
            if: state.year.entries.indices.contains { other in
              let other = (index: other, entry: state.year.entries[other])
              return other.index != entry && other.entry.kind == .internshipDay && !other.entry.isVoided
                && other.entry.date == new.date && other.entry.participants == of.participants
            })
        case .mentorMeeting: state.judge(meetingIn: of.of, on: new.date, &judgement)
        default: break
        }
        return judgement
      },
      effect: { model, _ in
        model.cohorts[cohort].year.entries[entry].date = new.date
        model.cohorts[cohort].year.entries[entry].amount = new.amount
        model.cohorts[cohort].year.entries[entry].isConfirmed = false
      })
  }

  func void(
    _ entry: Int, _ id: Alias, from old: (date: CivilDate, amount: Rational), inWords: Bool, in cohort: Int
  ) -> Deed {
    var command = VoidEntry()
    command.cohort = cohorts[cohort].code
    command.entry = id
    command.ground = inWords ? nil : .duplicate
    command.oldAmount = old.amount
    command.oldDate = old.date
    command.reason = inWords ? "Registreret to gange." : nil
    return Deed(
      command: command, gate: Self.participants, cohort: cohort,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let of = try model.expectSeen(entry, moment, in: cohort)
        var judgement = Judgement("entry.voided.v1")
        judgement.mayDeviate = true
        model.cohorts[cohort].judge(changing: of, from: old, inWords: inWords, &judgement)
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].year.entries[entry].isVoided = true })
  }

  // MARK: The end

  func complete(_ who: Who, grounded: Bool, in cohort: Int) -> Deed {
    var command = CompleteProgramme()
    command.cohort = cohorts[cohort].code
    command.ground = grounded ? "Syg i to uger; alt andet er gennemført." : " "
    command.participant = staff[who].reference
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, named: [who],
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
      command: command, gate: Self.hr, cohort: cohort, named: [who],
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
      command: command, gate: Self.hr, cohort: cohort, named: [who],
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
      command: command, gate: Self.hr, cohort: cohort, named: [who],
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

  // MARK: Pieces

  private mutating func record(
    _ kind: EntryKind, _ people: [Who], on date: CivilDate, _ amount: Rational, _ moment: Moment,
    with counterpart: Who? = nil, of: Int? = nil, in cohort: Int
  ) {
    cohorts[cohort].year.entries.append(
      .init(
        kind: kind, participants: people, date: date, amount: amount, counterpart: counterpart,
        recorder: moment.principal ?? -1, of: of))
  }

  /// The participant, the other of the two, or somebody who records for the participant in the own name.
  private func isParty(_ who: Who, _ counterpart: Who?, _ moment: Moment) -> Bool {
    guard let principal = moment.principal else { return false }
    return principal == who || principal == counterpart || (moment.behalf == nil && mayRecord(moment.actor, for: who))
  }

  private func expectParty(_ who: Who, _ counterpart: Who?, _ moment: Moment) throws(Stop) {
    guard isParty(who, counterpart, moment) else { throw .notPermitted }
  }

  private func expectEach(_ people: [Who]) throws(Stop) {
    guard !people.isEmpty else { throw .invalid }
    for who in people { try expectKnown(who) }
    guard Set(people).count == people.count else { throw .invalid }
  }

  private func expectRecordable(_ people: [Who], _ moment: Moment) throws(Stop) {
    try expectEach(people)
    guard people.allSatisfy({ mayAnswer(for: $0, moment) }) else { throw .notFound }
  }

  private func expectKnown(_ who: Who, orGhostIn named: [Who]) throws(Stop) {
    if named.contains(who) { try expectKnown(who) }
  }

  /// An entry is there for those who were, for whoever recorded it, and for HR.
  private func expectSeen(_ entry: Int, _ moment: Moment, in cohort: Int) throws(Stop) -> YearState.Entry {
    let state = try opened(cohort)
    guard entry < state.year.entries.count else { throw .notFound }
    let of = state.year.entries[entry]
    guard
      of.participants.contains(moment.principal ?? -1) || of.counterpart == moment.principal
        || of.recorder == moment.principal || holds(moment.actor, .hr, in: cohort)
    else { throw .notFound }
    return of
  }
}

extension YearState.Entry {
  fileprivate func matches(_ old: (date: CivilDate, amount: Rational)) -> Bool {
    !isVoided && date == old.date && amount == old.amount
  }
}

extension CohortState {
  /// Those who take part, had joined by then, and have not been recorded.
  fileprivate func unrecorded(at held: Gathering, _ moment: Moment) -> [Who] {
    participants.filter {
      !year.attended($0, held.number) && hadJoined($0, by: held.date, effective: moment.effective(held.date))
    }
  }

  /// Both have agreed by then, and the match stood on that day.
  fileprivate func judge(meetingIn match: Int?, on date: CivilDate, _ judgement: inout Judgement) {
    guard let match else {
      judgement.broken.insert("S2")
      return
    }
    let held = year.matches[match]
    judgement.breaks("R15", if: held.confidential.map { date < $0 } ?? true)
    judgement.breaks("S2", if: date < held.began || held.ended.map { date > $0 } ?? false)
  }

  /// What holds for every correction and voiding.
  fileprivate func judge(
    changing entry: YearState.Entry, from old: (date: CivilDate, amount: Rational), inWords: Bool,
    _ judgement: inout Judgement
  ) {
    judgement.breaks("R21", if: !entry.matches(old))
    judgement.breaks("R15", if: inWords && [.mentor, .mbti].contains(entry.kind.track))
    judgement.breaks("S2", if: entry.participants.contains(where: year.certificates.contains))
  }
}

extension Rational {
  /// Quarters, halves or wholes: of days at most ten, of hours at most a day's.
  fileprivate func isTime(_ unit: TimeUnit) -> Bool {
    [1, 2, 4].contains(denominator) && numerator > 0 && numerator <= (unit == .days ? 10 : 24) * denominator
  }
}
