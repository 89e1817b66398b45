import TalentDomain

/// The dates of a cohort that begins with a year: those of the shipped programme.
struct CohortCalendar {
  let year: Int

  func date(_ month: Int, _ day: Int, yearsLater: Int = 0) -> CivilDate {
    CivilDate(year: year + yearsLater, month: month, day: day) ?? .blank
  }

  /// At ten in the morning, give or take the summer.
  static func morning(of date: CivilDate) -> Instant {
    Instant(milliseconds: (Int64(date.dayNumber) * 24 + 9) * 3_600_000)
  }

  var deadline: CivilDate { date(3, 1) }
  var mbti: CivilDate { date(4, 6) }
  var kickOff: CivilDate { date(4, 26) }

  var gatherings: [Gathering] {
    let dates =
      [kickOff]
      + [(5, 20), (6, 10), (8, 26), (9, 16), (10, 7), (11, 11), (12, 2)].map { date($0.0, $0.1) }
      + [(2, 3), (3, 2), (3, 30), (4, 27)].map { date($0.0, $0.1, yearsLater: 1) }
    return dates.enumerated().map { index, date in
      Gathering(
        index + 1, Line("\(index + 1). samling"), from: LocalTime(date: date, time: TimeOfDay(seconds: 9 * 3600)),
        to: LocalTime(date: date, time: TimeOfDay(seconds: 16 * 3600)), days: Rational(1))
    }
  }

  /// Each between two gatherings.
  var workGroupMeetings: [CivilDate] {
    [date(6, 1), date(9, 6), date(10, 20), date(11, 20), date(1, 12, yearsLater: 1)]
  }
}
