extension Cohort {
  /// How much of a track's least is due by a day. What has dates of its own is due by them; the rest, «indbyrdes aftales,
  /// hvor i forløbet møderne placeres», as the programme goes by, one whole meeting after the other.
  func due(_ track: Track, of least: Rational, on day: CivilDate) -> Rational {
    let table = timeTable(on: day)
    switch track {
    case .gatherings: return least * heldShare(on: day)
    case .mbti: return day > setup.mbtiDate ? least : Rational(0)
    case .internship: return day >= firstDay(after: table.internshipMonth) ? least : Rational(0)
    case .mentor: return inSteps(of: Rational(1), least, on: day)
    case .dialogues: return inSteps(of: table.dialogueHours.least, least, on: day)
    case .workGroups: return inSteps(of: table.workGroupMeetingDays.most, least, on: day)
    }
  }

  /// The share of the gatherings' days that is over and of which attendance has been recorded: nobody is behind for what
  /// the HR Centre has not written down yet.
  private func heldShare(on day: CivilDate) -> Rational {
    let (all, held) = setup.gatherings.reduce((Rational(0), Rational(0))) { sums, gathering in
      let isHeld = gathering.ends.date < day && isRecorded(gathering.number)
      return (sums.0 + gathering.days, isHeld ? sums.1 + gathering.days : sums.1)
    }
    return all > Rational(0) ? held / all : Rational(0)
  }

  private func isRecorded(_ gathering: Int) -> Bool {
    programme.gatherings.entries[gathering, default: [:]].keys.contains { hasAttended($0, gathering) }
  }

  /// The first day after the month of the internship, in the year after the kick-off (R16).
  private func firstDay(after month: Int) -> CivilDate {
    let year = setup.kickOff.components.year + 1
    return CivilDate(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1) ?? .blank
  }

  /// The share of the programme that has passed, from kick-off to the last gathering, rounded down to whole steps.
  private func inSteps(of step: Rational, _ least: Rational, on day: CivilDate) -> Rational {
    let first = setup.kickOff
    let last = setup.gatherings.last?.date ?? first
    guard day < last else { return day > first ? least : Rational(0) }
    guard day > first else { return Rational(0) }
    let steps = least * Rational(day.dayNumber - first.dayNumber, last.dayNumber - first.dayNumber) / step
    return step * Rational(steps.numerator / steps.denominator)
  }
}
