import TalentDomain

/// Danish time, for tests: UTC+1, and UTC+2 from the last Sunday of March to the last of October, each at 01:00 UTC.
enum CopenhagenClock {
  static func local(_ instant: Instant) -> LocalTime {
    let shifted = instant.adding(milliseconds: Int64(offset(at: instant)) * 1000)
    // An instant's text is its date and time in UTC, so the shifted one's is the local date and time.
    return LocalTime(String(shifted.text.prefix(19)))!
  }

  /// Nil for an hour that the clocks skipped; of an hour that came twice, the first.
  static func instant(of time: LocalTime) -> Instant? {
    let utc = Instant("\(time.text).000Z")!
    return [7200, 3600].map { utc.adding(milliseconds: -Int64($0) * 1000) }.first { local($0) == time }
  }

  private static func offset(at instant: Instant) -> Int {
    let year = Int(instant.text.prefix(4))!
    let summer = change(year, 3)...change(year, 10).adding(milliseconds: -1)
    return summer.contains(instant) ? 7200 : 3600
  }

  private static func change(_ year: Int, _ month: Int) -> Instant {
    let last = CivilDate(year: year, month: month, day: 31)!
    // 1970-01-01, day number 0, was a Thursday.
    let sunday = last.adding(days: -((last.dayNumber + 4) % 7))
    return Instant("\(sunday.text)T01:00:00.000Z")!
  }
}

/// A time on a Danish clock, such as `at("2027-03-01 23:59:59")` or `at("2027-03-01 12:00")`.
func at(_ text: String) -> Instant {
  let parts = text.split(separator: " ")
  let time = parts.count < 2 ? "12:00:00" : parts[1].count == 5 ? "\(parts[1]):00" : String(parts[1])
  return CopenhagenClock.instant(of: LocalTime("\(parts[0])T\(time)")!)!
}

func date(_ text: String) -> CivilDate { CivilDate(text)! }
