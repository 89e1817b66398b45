package import TalentDomain

extension CohortReading {
  /// The answer to `ShowTimeline`: to the participant and those who run or audit the programme; to leader, mentor and host
  /// what they took part in.
  package func timeline(_ query: ShowTimeline, today: CivilDate) -> TimelineShown? {
    let participant = query.participant?.alias ?? viewer.alias
    guard cohort.isOpen, participant != .none, cohort.selection.seats[participant] != nil else { return nil }
    let seesAll = seesAll(of: participant)
    let happenings = cohort.programme.timelines.ofParticipant[participant, default: []]
      .filter { seesAll || sees($0, of: participant) }
    guard seesAll || !happenings.isEmpty || leads(participant) else { return nil }
    var shown = TimelineShown()
    shown.participant = Person(participant)
    shown.happened = happenings.sorted { ($0.day, $0.position) < ($1.day, $1.position) }.map { happening in
      var line = TimelineLine(happening, happening.entry.flatMap { cohort.programme.entries[$0] })
      line.position = viewer.seesPositions ? happening.position : nil
      return line
    }
    if seesAll { shown.planned = planned(for: participant, from: today) }
    return shown
  }

  /// What is to come for somebody who takes part, or has been offered a seat.
  func planned(for participant: Alias, from today: CivilDate) -> [PlannedLine] {
    guard let seat = cohort.selection.seats[participant], seat.isOccupied else { return [] }
    guard seat.status == .accepted else { return [PlannedLine(.answerOffer, on: seat.answerBy)] }
    var planned = cohort.setup.gatherings.filter { $0.ends.date >= today }.map { gathering in
      var line = PlannedLine(.gathering, on: gathering.date)
      line.number = gathering.number
      line.title = gathering.title
      line.until = gathering.ends.date == gathering.date ? nil : gathering.ends.date
      return line
    }
    if cohort.setup.mbtiDate >= today, !hasAttendedFeedback(participant) {
      planned.append(PlannedLine(.mbti, on: cohort.setup.mbtiDate))
    }
    planned += cohort.programme.internships.agreements(of: participant).filter { $0.to >= today }.map { agreement in
      var line = PlannedLine(.internship, on: agreement.from)
      line.until = agreement.to == agreement.from ? nil : agreement.to
      line.with = Person(agreement.host)
      return line
    }
    return planned.sorted { ($0.day, $0.kind.rawValue) < ($1.day, $1.kind.rawValue) }
  }

  private func hasAttendedFeedback(_ participant: Alias) -> Bool {
    cohort.programme.live(of: participant, .mbti).contains { $0.kind == .mbtiFeedback }
  }
}
