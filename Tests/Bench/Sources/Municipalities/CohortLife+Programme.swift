import TalentDomain

// The participants' year: a little more than the least of every track, most of it recorded by the participant and confirmed by
// the other who was there.

extension CohortLife {
  private static let groupSize = 5

  /// The participants of each work group.
  private var groups: [[Nominee]] {
    stride(from: 0, to: Self.seats, by: Self.groupSize).map {
      Array(participants.dropFirst($0).prefix(Self.groupSize))
    }
  }

  /// MBTI, work groups, mentors and plans.
  func kickOff(_ hand: Hand) async throws {
    var questionnaire = CompleteMBTIQuestionnaire()
    questionnaire.cohort = code
    questionnaire.date = calendar.date(4, 1)
    questionnaire.participants = participants.map(\.reference)
    try await hand.send(questionnaire, by: municipality.hr)
    var feedback = AttendMBTIFeedback()
    feedback.cohort = code
    feedback.date = calendar.mbti
    feedback.participants = participants.map(\.reference)
    try await hand.send(feedback, by: municipality.hr)
    for members in groups {
      var group = FormWorkGroup()
      group.cohort = code
      group.participants = members.map(\.reference)
      group.task = "Overgangen fra børnehave til skole"
      try await hand.send(group, by: municipality.hr)
    }
    try await match(hand)
    try await hand.send(
      each(participants, by: byOneself) { participant in
        var plan = SetDevelopmentPlan()
        plan.benefit = "Jeg kan lede et møde, hvor alle kommer til orde, og hvor der bliver besluttet noget."
        plan.cohort = code
        plan.goals = ["Leder et projekt på tværs.", "Holder fem udviklingssamtaler.", "Får feedback fra kolleger."]
        plan.participant = participant.reference
        plan.purposeOfPlan = "Jeg vil afprøve, om ledelse er noget for mig."
        return plan
      })
  }

  private func match(_ hand: Hand) async throws {
    try await hand.send(
      each(participants, by: byHR) { participant in
        var register = RegisterMentor()
        register.cohort = code
        register.mentor = PersonRef(given: mentor(of: participant))
        return register
      })
    try await hand.send(
      each(participants, by: byHR) { participant in
        var match = MatchMentor()
        match.cohort = code
        match.mentor = PersonRef(given: mentor(of: participant))
        match.participant = participant.reference
        return match
      })
    func agreement(_ participant: Nominee) -> AgreeConfidentiality {
      var agree = AgreeConfidentiality()
      agree.cohort = code
      agree.participant = participant.reference
      return agree
    }
    try await hand.send(
      each(participants, by: byOneself, agreement) + each(participants, by: mentor, agreement))
  }

  /// What has been by December: gatherings, work groups, talks with mentors and leaders; and the reserve, which has lapsed.
  func autumn(_ hand: Hand) async throws {
    try await attend(1...8, hand)
    for (date, work) in calendar.workGroupMeetings.prefix(4).enumerated() { try await meet(work, date, hand) }
    for month in [6, 9, 11] { try await talkWithMentors(on: calendar.date(month, 15), hand) }
    for month in 5...10 { try await talkWithLeaders(on: calendar.date(month, 22), hand) }
    try await progress(to: .started, hand)
    try await hand.send(
      each(inReserve, by: byHR) { nominee in
        var lapse = LapseReserve()
        lapse.cohort = code
        lapse.nominee = nominee.reference
        lapse.reasons = "Forløbet er i gang, og ingen plads blev ledig."
        return lapse
      })
    try await giveFeedback(to: inReserve, hand)
    try await confirm(hand)
  }

  /// January, above all the internships.
  func winter(_ hand: Hand) async throws {
    try await attend(9...9, hand)
    try await meet(calendar.workGroupMeetings[4], 4, hand)
    try await hand.send(
      each(participants, by: byOneself) { participant in
        var agree = AgreeInternship()
        agree.cohort = code
        agree.days = Rational(3)
        agree.from = calendar.date(1, 10, yearsLater: 1)
        agree.host = PersonRef(given: host(of: participant))
        agree.participant = participant.reference
        agree.to = calendar.date(1, 28, yearsLater: 1)
        return agree
      })
    for day in [13, 14, 17] {
      try await hand.send(
        each(participants, by: byOneself) { participant in
          var log = LogInternshipDay()
          log.cohort = code
          log.date = calendar.date(1, day, yearsLater: 1)
          log.days = day == 17 ? Rational(1, 2) : Rational(1)
          log.participant = participant.reference
          return log
        })
    }
    try await progress(to: .halfway, hand)
    try await confirm(hand)
  }

  /// The last talks and gatherings, and what comes of the year.
  func complete(_ hand: Hand) async throws {
    try await attend(10...12, hand)
    try await talkWithMentors(on: calendar.date(3, 15, yearsLater: 1), hand)
    for month in [2, 3] { try await talkWithLeaders(on: calendar.date(month, 22, yearsLater: 1), hand) }
    try await progress(to: .reached, hand)
    try await confirm(hand)
    try await hand.send(
      each(participants, by: byHR) { participant in
        var complete = CompleteProgramme()
        complete.cohort = code
        complete.participant = participant.reference
        return complete
      })
    try await hand.send(
      each(participants, by: byHR) { participant in
        var issue = IssueCertificate()
        issue.cohort = code
        issue.participant = participant.reference
        return issue
      })
    try await hand.send(
      each(participants, by: byHR) { participant in
        var outcome = RecordOutcome()
        outcome.cohort = code
        outcome.outcome = participant.place % 2 == 0 ? .leaderPost : .stayed
        outcome.participant = participant.reference
        return outcome
      })
  }

  // MARK: Pieces

  private func attend(_ gatherings: ClosedRange<Int>, _ hand: Hand) async throws {
    for gathering in gatherings {
      var attendance = RecordAttendance()
      attendance.all = true
      attendance.cohort = code
      attendance.gathering = gathering
      try await hand.send(attendance, by: municipality.hr)
    }
  }

  /// A meeting of each group, and the individual work that leads to the next one.
  private func meet(_ date: CivilDate, _ meeting: Int, _ hand: Hand) async throws {
    for (index, members) in groups.enumerated() {
      var meet = HoldWorkGroupMeeting()
      meet.cohort = code
      meet.date = date
      meet.days = Rational(1)
      meet.group = index + 1
      try await hand.send(meet, by: members[0].number)
    }
    guard meeting < 4 else { return }
    try await hand.send(
      each(participants, by: byOneself) { participant in
        var work = LogIndividualWork()
        work.cohort = code
        work.date = date.adding(days: 5)
        work.days = Rational(1)
        work.participant = participant.reference
        return work
      })
  }

  private func talkWithMentors(on date: CivilDate, _ hand: Hand) async throws {
    try await hand.send(
      each(participants, by: byOneself) { participant in
        var meeting = LogMentorMeeting()
        meeting.cohort = code
        meeting.date = date
        meeting.minutes = 60
        meeting.participant = participant.reference
        return meeting
      })
  }

  private func talkWithLeaders(on date: CivilDate, _ hand: Hand) async throws {
    try await hand.send(
      each(participants, by: byOneself) { participant in
        var dialogue = HoldGoalDialogue()
        dialogue.cohort = code
        dialogue.date = date
        dialogue.minutes = 45
        dialogue.participant = participant.reference
        return dialogue
      })
  }

  private func progress(to status: GoalStatus, _ hand: Hand) async throws {
    try await hand.send(
      each(participants, by: byOneself) { participant in
        var progress = ProgressGoal()
        progress.cohort = code
        progress.goal = 1
        progress.note = "Jeg har holdt to møder selv, og min leder har set på."
        progress.participant = participant.reference
        progress.status = status
        return progress
      })
  }

  /// Whoever was there besides confirms what has not been confirmed.
  private func confirm(_ hand: Hand) async throws {
    var confirmations: [(by: String, command: ConfirmEntry)] = []
    for participant in participants {
      var show = ShowParticipant()
      show.cohort = code
      for entry in try await hand.ask(show, by: participant.number).entries where !entry.confirmed {
        let other: String
        switch entry.kind {
        case .dialogue: other = leader(of: participant)
        case .internshipDay: other = host(of: participant)
        case .mentorMeeting: other = mentor(of: participant)
        default: continue
        }
        var confirm = ConfirmEntry()
        confirm.cohort = code
        confirm.entry = entry.id
        confirmations.append((by: other, command: confirm))
      }
    }
    try await hand.send(confirmations)
  }
}
