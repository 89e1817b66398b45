import CivilTime
import TalentDomain

/// Times as people and programs write them on the command line.
enum Moment {
  /// `--at`: a position, or the last moment that counts. A date counts to its end, a minute to its last millisecond.
  static func asOf(_ text: String, _ zone: Zone) throws -> AsOf {
    if let position = Int(text), position >= 0 { return AsOf(position: position) }
    if let date = CivilDate(text) ?? CivilDate(danish: text) {
      guard let next = zone.instant(LocalTime(date: date.adding(days: 1), time: TimeOfDay(seconds: 0))) else {
        throw unreadable("--at")
      }
      return AsOf(time: next.adding(milliseconds: -1))
    }
    if let instant = rfc3339(text) { return AsOf(time: instant) }
    guard let (local, hasSeconds) = localTime(text), let instant = zone.instant(local) else { throw unreadable("--at") }
    return AsOf(time: instant.adding(milliseconds: hasSeconds ? 999 : 59_999))
  }

  /// `--clock`: one moment. A date is its beginning.
  static func instant(_ text: String, _ zone: Zone) throws -> Instant {
    if let instant = rfc3339(text) { return instant }
    if let date = CivilDate(text) ?? CivilDate(danish: text),
      let instant = zone.instant(LocalTime(date: date, time: TimeOfDay(seconds: 0)))
    {
      return instant
    }
    guard let (local, _) = localTime(text), let instant = zone.instant(local) else { throw unreadable("--clock") }
    return instant
  }

  /// `2027-03-01T23:59:59`, with a blank for the T or without seconds; the date may be Danish.
  private static func localTime(_ text: String) -> (LocalTime, hasSeconds: Bool)? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }.map(String.init)
    guard parts.count == 2, let date = CivilDate(parts[0]) ?? CivilDate(danish: parts[0]) else { return nil }
    if let time = TimeOfDay(parts[1]) { return (LocalTime(date: date, time: time), true) }
    guard let time = TimeOfDay(parts[1] + ":00") else { return nil }
    return (LocalTime(date: date, time: time), false)
  }

  /// RFC 3339 with `Z` or an offset, and up to three decimals.
  static func rfc3339(_ text: String) -> Instant? {
    guard text.utf8.count > 19, let local = LocalTime(String(text.prefix(19)).replacing(" ", with: "T")) else {
      return nil
    }
    var rest = text.dropFirst(19)
    var milliseconds = 0
    if rest.first == "." {
      let digits = rest.dropFirst().prefix { $0.isNumber }
      guard (1...3).contains(digits.count), let value = Int(digits) else { return nil }
      milliseconds = value * [100, 10, 1][digits.count - 1]
      rest = rest.dropFirst(digits.count + 1)
    }
    guard let offset = offset(String(rest)) else { return nil }
    let seconds = local.date.dayNumber * 86_400 + local.time.seconds - offset
    return Instant(milliseconds: Int64(seconds) * 1000 + Int64(milliseconds))
  }

  /// Seconds ahead of UTC: `Z`, `+01:00`.
  private static func offset(_ text: String) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-", let time = TimeOfDay(text.dropFirst() + ":00") else {
      return nil
    }
    return sign == "+" ? time.seconds : -time.seconds
  }

  private static func unreadable(_ option: String) -> Failure {
    .usage(
      Bilingual(
        da: "\(option) forstås ikke. For eksempel 01-03-2027, 2027-03-01T23:59 eller 2027-03-01T22:59:00Z.",
        en: "\(option) is not understood. For example 2027-03-01, 2027-03-01T23:59 or 2027-03-01T22:59:00Z."))
  }
}

extension CivilDate {
  /// From `dd-mm-yyyy`, as Danish forms write it.
  init?(danish text: String) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 10, utf8[2] == UInt8(ascii: "-"), utf8[5] == UInt8(ascii: "-") else { return nil }
    let part: (Range<Int>) -> String = { String(decoding: utf8[$0], as: UTF8.self) }
    self.init("\(part(6..<10))-\(part(3..<5))-\(part(0..<2))")
  }

  /// `01-03-2027`.
  var danishNumbers: String {
    let parts = text.split(separator: "-")
    return "\(parts[2])-\(parts[1])-\(parts[0])"
  }
}
