import CivilTime
import TalentDomain

/// The clocks of Denmark.
enum Clock {
  private static let zone: Zone = {
    guard let zone = Zone("Europe/Copenhagen") else { preconditionFailure("this machine knows no Europe/Copenhagen") }
    return zone
  }()

  static func day(of milliseconds: Int64) -> CivilDate { zone.local(Instant(milliseconds: milliseconds)).date }

  static func local(_ milliseconds: Int64) -> LocalTime { zone.local(Instant(milliseconds: milliseconds)) }

  /// The first millisecond of a day.
  static func midnight(of day: CivilDate) -> Int64 { at(day, hour: 0) }

  /// The first millisecond after a day.
  static func midnight(after day: CivilDate) -> Int64 { midnight(of: day.adding(days: 1)) }

  static func at(_ day: CivilDate, hour: Int) -> Int64 {
    zone.instant(LocalTime(date: day, time: TimeOfDay(seconds: hour * 3600)))?.milliseconds ?? 0
  }
}

extension Clock {
  static func instant(_ local: LocalTime) -> Int64 { at(local.date, hour: 0) + Int64(local.time.seconds) * 1000 }
}
