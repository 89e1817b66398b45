package import TalentDomain

extension CohortReading {
  /// The answer to `ShowCalendar`: the cohort's days to HR and the auditor, who may ask for a participant's too; to a
  /// participant the cohort's days and the own; to everybody else nothing.
  package func calendar(_ query: ShowCalendar) -> CalendarShown? {
    guard cohort.isOpen else { return nil }
    let seesAll = viewer.holds(.hr, .auditor, .dpo)
    let participant = query.participant?.alias ?? (hasTakenPart(viewer.alias) ? viewer.alias : nil)
    var shown = CalendarShown()
    if let participant {
      guard hasTakenPart(participant), seesAll || participant == viewer.alias else { return nil }
      shown.participant = Person(participant)
    } else {
      guard seesAll else { return nil }
    }
    shown.title = cohort.setup.title
    shown.zone = cohort.setup.zone
    shown.events = common(for: participant) + (participant.map(own) ?? [])
    shown.events.sort { ($0.time.from, $0.time.to, $0.id.value) < ($1.time.from, $1.time.to, $1.id.value) }
    return shown
  }

  private func hasTakenPart(_ person: Alias) -> Bool {
    person != .none && (cohort.isParticipant(person) || cohort.selection.left[person] != nil)
  }

  /// The cohort's own days. For whoever has left the programme those at which they were.
  private func common(for participant: Alias?) -> [CalendarLine] {
    let gatherings = cohort.setup.schedule.announcements.compactMap { number, announcements in
      CalendarLine(gathering: number, announcements)
    }
    guard let participant, !cohort.isParticipant(participant) else { return gatherings + [mbti] }
    return cohort.setup.gatherings.filter { cohort.hasAttended(participant, $0.number) }.compactMap { gathering in
      CalendarLine(gathering: gathering.number, cohort.setup.schedule.announcements[gathering.number] ?? [])
    }
  }

  private var mbti: CalendarLine {
    var line = CalendarLine()
    line.changed = cohort.setup.openedAt
    line.id = "mbti"
    line.kind = .mbti
    line.time = CalendarTime(from: cohort.setup.mbtiDate, to: cohort.setup.mbtiDate)
    return line
  }

  /// A participant's own days, as agreed and as recorded. Gatherings stand in the cohort's.
  private func own(_ participant: Alias) -> [CalendarLine] {
    let entries = cohort.programme.ofParticipant[participant, default: []].compactMap { cohort.programme.entries[$0] }
    let agreements = cohort.programme.internships.agreements(of: participant)
    return agreements.map(CalendarLine.init) + entries.compactMap { line($0, of: participant) }
  }

  private func line(_ entry: Entry, of participant: Alias) -> CalendarLine? {
    let isOwnSession = entry.kind == .mbtiFeedback && entry.date != cohort.setup.mbtiDate
    guard let kind = CalendarKind(entry.kind), kind != .mbti || isOwnSession else { return nil }
    var line = CalendarLine()
    line.cancelled = entry.isVoided
    line.changed = entry.revised
    line.id = Line("entry-\(entry.id.text)")
    line.kind = kind
    line.sequence = entry.revisions
    line.time = CalendarTime(from: entry.date, to: entry.date)
    line.title = kind == .workGroupMeeting ? cohort.programme.workGroups.group(of: participant)?.task : nil
    line.with = entry.counterpart.map { Person($0) }
    return line
  }
}

extension CalendarLine {
  /// Nil where nothing was ever announced.
  fileprivate init?(gathering number: Int, _ announcements: [Announcement]) {
    guard let last = announcements.last else { return nil }
    var times: [CalendarTime] = []
    // What kept its time and got another title has not moved.
    for time in announcements.compactMap(\.gathering).map(CalendarTime.init) where time != times.last {
      times.append(time)
    }
    guard let latest = times.popLast() else { return nil }
    self.init()
    cancelled = last.gathering == nil
    changed = last.recorded
    earlier = times
    id = Line("gathering-\(number)")
    kind = .gathering
    sequence = announcements.count - 1
    time = latest
    title = announcements.lazy.compactMap(\.gathering).last?.title
  }

  fileprivate init(_ agreement: InternshipAgreement) {
    self.init()
    changed = agreement.recorded
    id = Line("internship-\(agreement.id.text)")
    kind = .internship
    time = CalendarTime(from: agreement.from, to: agreement.to)
    with = Person(agreement.host)
  }
}

extension CalendarKind {
  /// What stands in a calendar; work done alone, a form filled in and the gatherings do not stand there by themselves.
  fileprivate init?(_ kind: EntryKind) {
    switch kind {
    case .dialogue: self = .dialogue
    case .internshipDay: self = .internshipDay
    case .mbtiFeedback: self = .mbti
    case .mentorMeeting: self = .mentorMeeting
    case .workGroupMeeting: self = .workGroupMeeting
    case .gathering, .individualWork, .mbtiQuestionnaire: return nil
    }
  }
}
