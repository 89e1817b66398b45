/// The hours ledger (tidsforbrug) of one participant and track: what is recorded beside what is expected.
package struct TrackLedger: Sendable, Hashable {
  package let track: Track
  /// In the track's unit.
  package let recorded: Rational
  /// From the least that completes to the most that is expected.
  package let expected: TimeRange
  /// As much of the least as is due by now.
  package let due: Rational
  package let status: TrackStatus
}

/// How a track stands on a day.
package enum TrackStatus: String, Choice {
  /// More than expected: a warning, never a refusal (R14).
  case above
  /// Less than is due by now.
  case behind
  case complete, onTrack

  package var label: Bilingual {
    switch self {
    case .above: Bilingual(da: "over det forventede", en: "above the expected")
    case .behind: Bilingual(da: "bagud", en: "behind")
    case .complete: Bilingual(da: "gennemført", en: "complete")
    case .onTrack: Bilingual(da: "på sporet", en: "on track")
    }
  }
}

extension Cohort {
  /// The numbers of the time table that hold on a day.
  package func timeTable(on day: CivilDate) -> ProgrammeValues { setup.rules(on: day).programme ?? ProgrammeValues() }

  /// All tracks of one participant, in the order of the programme's table.
  package func ledger(of participant: Alias, on day: CivilDate) -> [TrackLedger] {
    let entries = programme.live(of: participant)
    return Track.inOrder.map { track in self.track(track, entries.filter { $0.track == track }, on: day) }
  }

  package func track(_ track: Track, of participant: Alias, on day: CivilDate) -> TrackLedger {
    self.track(track, programme.live(of: participant, track), on: day)
  }

  private func track(_ track: Track, _ entries: [Entry], on day: CivilDate) -> TrackLedger {
    let recorded = entries.reduce(Rational(0)) { $0 + $1.amount }
    let expected = expected(track, on: day)
    let due = due(track, of: expected.least, on: day)
    let isComplete = isComplete(track, entries, recorded, expected)
    let status: TrackStatus =
      if recorded > expected.most { .above } else if isComplete { .complete } else {
        recorded < due ? .behind : .onTrack
      }
    return TrackLedger(track: track, recorded: recorded, expected: expected, due: due, status: status)
  }

  /// The tracks whose lower bound a participant has not reached.
  package func shortTracks(of participant: Alias, on day: CivilDate) -> [Track] {
    Track.inOrder.filter { track in
      let entries = programme.live(of: participant, track)
      let recorded = entries.reduce(Rational(0)) { $0 + $1.amount }
      return !isComplete(track, entries, recorded, expected(track, on: day))
    }
  }

  package func expected(_ track: Track, on day: CivilDate) -> TimeRange {
    let table = timeTable(on: day)
    switch track {
    case .dialogues: return table.dialogues
    case .gatherings:
      let days = setup.rules(on: day).gatheringDays
      return TimeRange(days * table.attendanceShare, days)
    case .internship: return table.internship
    case .mbti:
      let hours = table.mbtiQuestionnaireHours + table.mbtiFeedbackHours
      return TimeRange(hours, hours)
    case .mentor: return table.mentor
    case .workGroups: return table.workGroups
    }
  }

  /// MBTI is complete by its two parts, whatever their hours; every other track by its lower bound.
  private func isComplete(_ track: Track, _ entries: [Entry], _ recorded: Rational, _ expected: TimeRange) -> Bool {
    guard track == .mbti else { return recorded >= expected.least }
    return Set(entries.map(\.kind)).isSuperset(of: [.mbtiQuestionnaire, .mbtiFeedback])
  }

  /// Whoever has taken a seat and not left it.
  package func isParticipant(_ person: Alias) -> Bool { selection.seats[person]?.status == .accepted }

  /// Participants in the order of the ranking that the board approved, promoted ones last.
  package var participants: [Alias] {
    let approved = selection.approvedProposal.map { $0.selected + $0.reserve } ?? []
    return approved.filter(isParticipant)
  }
}
