import CPlatform
import TalentDomain

/// When a cohort's steps are taken.
struct CohortDates {
  var conversation: CivilDate
  var interest: CivilDate
  var deadline: CivilDate
  var mbti: CivilDate
  var kickOff: CivilDate
  /// The moment of each stage, in a simulated log; nil where the real clock counts.
  var moments: [World.Stage: SimulatedTime]

  /// The programme of 2027, simulated.
  static let cohort2027 = CohortDates(
    conversation: date("2027-01-14"), interest: date("2027-01-15"), deadline: date("2027-03-01"),
    mbti: date("2027-04-06"), kickOff: date("2027-04-26"),
    moments: [
      .staffed: at("2027-01-04 09:00:00"), .opened: at("2027-01-05 09:00:00"), .prepared: at("2027-01-06 09:00:00"),
      .nominated: at("2027-02-01 12:00:00"), .received: at("2027-02-02 09:00:00"),
      .eligible: at("2027-02-03 09:00:00"), .scored: at("2027-03-03 12:00:00"), .ranked: at("2027-03-10 12:00:00"),
      .proposed: at("2027-03-11 12:00:00"), .approved: at("2027-03-15 12:00:00"),
      .offered: at("2027-03-16 09:00:00"), .seated: at("2027-03-17 09:00:00"),
    ])

  /// A programme that is being prepared today, by the real clock: forms may come for another month.
  static var today: CohortDates {
    let today = CivilDate(dayNumber: Int(talent_realtime_ms() / 86_400_000))
    return CohortDates(
      conversation: today.adding(days: -3), interest: today.adding(days: -2), deadline: today.adding(days: 30),
      mbti: today.adding(days: 60), kickOff: today.adding(days: 80), moments: [:])
  }

  /// Six gatherings of two days each, the first on the day of the kick-off.
  var gatherings: [Gathering] {
    (0..<6).map { index in
      let first = kickOff.adding(days: 42 * index)
      return Gathering(
        index + 1, Line("Samling \(index + 1)"), from: LocalTime(date: first, time: TimeOfDay(seconds: 9 * 3600)),
        to: LocalTime(date: first.adding(days: 1), time: TimeOfDay(seconds: 16 * 3600)), days: Rational(2))
    }
  }
}
