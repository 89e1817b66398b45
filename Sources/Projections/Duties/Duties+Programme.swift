internal import TalentDomain

/// What the programme asks of everybody, from the seat to the outcome a year later: of those who take part now.
extension CohortReading {
  func programmeDuties(_ today: CivilDate) -> [Duty] {
    cohort.participants.flatMap { participant in
      ownDuties(of: participant, today) + pairDuties(of: participant, today) + dialogueDuties(of: participant, today)
        + confirmationDuties(of: participant, today)
    } + complaintDuties(today) + courseDuties(today) + endDuties(today)
  }

  // MARK: Participants, mentors, hosts and leaders

  private func ownDuties(of participant: Alias, _ today: CivilDate) -> [Duty] {
    let (setup, programme) = (cohort.setup, cohort.programme)
    var duties: [Duty] = []
    func owes(_ kind: DutyKind, by planned: CivilDate) {
      duties.append(Duty(kind, .one(participant), in: code, due: due(planned, of: participant, today), today: today))
    }
    if !programme.live(of: participant, .mbti).contains(where: { $0.kind == .mbtiQuestionnaire }) {
      owes(.answerMBTI, by: setup.mbtiDate.adding(days: -1))
    }
    if programme.plans.current[participant] == nil {
      owes(.setPlan, by: setup.kickOff.adding(days: times(today).planDays))
    }
    if programme.internships.agreements(of: participant).isEmpty, let first = firstInternshipDay(today) {
      owes(.agreeInternship, by: first.adding(days: -1))
    }
    return duties
  }

  /// What mentor and participant owe each other before their first meeting (R15).
  private func pairDuties(of participant: Alias, _ today: CivilDate) -> [Duty] {
    guard let match = cohort.programme.mentors.live(of: participant) else { return [] }
    let due = match.began.adding(days: times(today).confidentialityDays)
    return [(MatchParty.participant, participant), (.mentor, match.mentor)]
      .filter { match.agreed[$0.0] == nil }
      .map {
        Duty(
          .agreeConfidentiality, .one($0.1), in: code, about: $0.1 == participant ? nil : participant, due: due,
          today: today)
      }
  }

  /// The next dialogue that the immediate leader owes: they are spread evenly over the programme.
  private func dialogueDuties(of participant: Alias, _ today: CivilDate) -> [Duty] {
    let ledger = cohort.track(.dialogues, of: participant, on: today)
    guard let last = lastDay, ledger.recorded < ledger.expected.least else { return [] }
    let (first, step) = (cohort.setup.kickOff, cohort.timeTable(on: today).dialogueHours.least)
    let held = ledger.recorded / step
    let share = step * Rational(held.numerator / held.denominator + 1) / ledger.expected.least
    let days = Rational(last.dayNumber - first.dayNumber) * min(share, Rational(1))
    return [
      Duty(
        .holdDialogue, .leader(leader(of: participant)), in: code, about: participant,
        due: due(first.adding(days: days.numerator / days.denominator), of: participant, today), today: today)
    ]
  }

  /// What waits for the counterpart's word: the mentor's, the host's or the leader's, or the participant's own where one of
  /// them recorded it.
  private func confirmationDuties(of participant: Alias, _ today: CivilDate) -> [Duty] {
    var days: [Alias: [CivilDate]] = [:]
    for entry in cohort.programme.live(of: participant) where !entry.isConfirmed {
      guard let counterpart = entry.counterpart else { continue }
      days[entry.recorder == counterpart ? participant : counterpart, default: []].append(entry.date)
    }
    return days.sorted { $0.key < $1.key }.map { owner, days in
      Duty(
        .confirmEntry, .one(owner), in: code, count: days.count, about: owner == participant ? nil : participant,
        due: days.min()?.adding(days: times(today).confirmationDays), today: today)
    }
  }

  // MARK: The HR Centre

  private func complaintDuties(_ today: CivilDate) -> [Duty] {
    cohort.selection.complaints.sorted { $0.key < $1.key }.map { nominee, complaint in
      Duty(
        .answerComplaint, .hr, in: code, about: nominee,
        due: complaint.received.adding(days: times(today).complaintDays), today: today)
    }
  }

  private func courseDuties(_ today: CivilDate) -> [Duty] {
    let (setup, programme, times) = (cohort.setup, cohort.programme, times(today))
    let participants = cohort.participants
    let unattended = setup.gatherings.filter { gathering in
      !cohort.selection.joined.isEmpty && gathering.ends.date < today && !cohort.isAttended(gathering.number)
    }
    let withoutFeedback = participants.filter { participant in
      setup.mbtiDate < today && !programme.live(of: participant, .mbti).contains { $0.kind == .mbtiFeedback }
    }
    let withoutGroup = participants.filter { programme.workGroups.group(of: $0) == nil }
    let withoutMentor = participants.filter { participant in
      programme.mentors.live(of: participant) == nil
        && cohort.shortTracks(of: participant, on: today).contains(.mentor)
    }
    return owed(.recordAttendance, unattended.map { $0.ends.date.adding(days: times.attendanceDays) }, today)
      + owed(.recordMBTI, withoutFeedback.map { due(setup.kickOff.adding(days: -1), of: $0, today) }, today)
      + owed(
        .formWorkGroup, withoutGroup.map { due(setup.kickOff.adding(days: times.workGroupDays), of: $0, today) }, today)
      + owed(.matchMentor, withoutMentor.map { mentorDue(of: $0, today) }, today)
  }

  /// Whoever has lost a mentor is given another within the same time.
  private func mentorDue(of participant: Alias, _ today: CivilDate) -> CivilDate {
    let days = times(today).mentorDays
    if let ended = cohort.programme.mentors.matches(of: participant).compactMap(\.ended).max() {
      return ended.adding(days: days)
    }
    return due(cohort.setup.kickOff.adding(days: days), of: participant, today)
  }

  private func endDuties(_ today: CivilDate) -> [Duty] {
    let (completions, times) = (cohort.programme.completions, times(today))
    let completed = cohort.participants.compactMap { participant in
      cohort.completion(of: participant).map { (participant, $0) }
    }
    let certificates = owed(
      .issueCertificate,
      completed.filter { !completions.hasCertificate($0.0) }.map { $0.1.day.adding(days: times.certificateDays) }, today
    )
    guard let last = lastDay, today > last else { return certificates }
    let open = cohort.participants.count { cohort.completion(of: $0) == nil }
    let unknown = cohort.participants.count { completions.outcomes[$0] == nil }
    return owed(.completeProgramme, Array(repeating: last.adding(days: times.completionDays), count: open), today)
      + certificates
      + owed(.recordOutcome, Array(repeating: last.adding(days: times.outcomeDays), count: unknown), today)
  }

  /// One line for all of a kind, due when the first of them is; none for none.
  private func owed(_ kind: DutyKind, _ dues: [CivilDate], _ today: CivilDate) -> [Duty] {
    guard let first = dues.min() else { return [] }
    return [Duty(kind, .hr, in: code, count: dues.count, due: first, today: today)]
  }

  // MARK: Days

  private func times(_ today: CivilDate) -> DutyValues { cohort.setup.rules(on: today).duties ?? DutyValues() }

  /// Whoever joins after the kick-off, or after the day itself, has some days of their own.
  private func due(_ planned: CivilDate, of participant: Alias, _ today: CivilDate) -> CivilDate {
    guard let joined = cohort.selection.joined[participant]?.day, joined > min(planned, cohort.setup.kickOff) else {
      return planned
    }
    return max(planned, joined.adding(days: times(today).lateJoinerDays))
  }

  /// The day on which the last gathering ends; nil while the programme is not published.
  private var lastDay: CivilDate? { cohort.setup.gatherings.map(\.ends.date).max() }

  /// The first day on which the internship is expected (R16).
  private func firstInternshipDay(_ today: CivilDate) -> CivilDate? {
    CivilDate(
      year: cohort.setup.kickOff.components.year + 1, month: cohort.timeTable(on: today).internshipMonth, day: 1)
  }
}

extension Cohort {
  /// Whether anybody's attendance at a gathering is recorded.
  fileprivate func isAttended(_ gathering: Int) -> Bool {
    programme.gatherings.entries[gathering, default: [:]].keys.contains { hasAttended($0, gathering) }
  }
}
