package import StrictJSON

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, written `2027-03-01T22:59:59.000Z`.
package struct Instant: Sendable, Hashable, Comparable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// From RFC 3339 in UTC with exactly three decimals, as the log writes it.
  package init?(_ text: String) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 24, utf8[10] == UInt8(ascii: "T"), utf8[19] == UInt8(ascii: "."), utf8[23] == UInt8(ascii: "Z"),
      let date = CivilDate(String(decoding: utf8[0..<10], as: UTF8.self)),
      let time = TimeOfDay(String(decoding: utf8[11..<19], as: UTF8.self)), let fraction = Digits.parse(utf8[20..<23])
    else { return nil }
    self.init(milliseconds: Int64(date.dayNumber) * 86_400_000 + Int64(time.seconds) * 1000 + Int64(fraction))
  }

  package var text: String {
    let day = milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
    let rest = Int(milliseconds - day * 86_400_000)
    return
      "\(CivilDate(dayNumber: Int(day)).text)T\(TimeOfDay(seconds: rest / 1000).text).\(Digits.padded(rest % 1000, 3))Z"
  }

  package func adding(milliseconds more: Int64) -> Instant { Instant(milliseconds: milliseconds + more) }

  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

extension Instant: Value {
  package static let blank = Instant(milliseconds: 0)
  package static let shape = Shape.instant

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Instant {
    guard let text = try? cursor.string(), let instant = Instant(text) else {
      throw Fault(.expected("a time in UTC such as 2027-03-01T22:59:59.000Z"))
    }
    return instant
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(text) }
}

/// Hours, minutes and seconds of a day, written `23:59:59`.
package struct TimeOfDay: Sendable, Hashable, Comparable {
  /// Seconds since midnight, 0 to 86,399.
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  package init?(_ text: String) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 8, utf8[2] == UInt8(ascii: ":"), utf8[5] == UInt8(ascii: ":"),
      let hour = Digits.parse(utf8[0..<2]), let minute = Digits.parse(utf8[3..<5]),
      let second = Digits.parse(utf8[6..<8]),
      hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(seconds: hour * 3600 + minute * 60 + second)
  }

  package var text: String {
    "\(Digits.padded(seconds / 3600, 2)):\(Digits.padded(seconds / 60 % 60, 2)):\(Digits.padded(seconds % 60, 2))"
  }

  package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.seconds < right.seconds }
}

/// A time as a clock on the wall in Denmark showed it, written `2027-03-01T23:59:59`.
package struct LocalTime: Sendable, Hashable, Comparable {
  package let date: CivilDate
  package let time: TimeOfDay

  package init(date: CivilDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  package init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(String(parts[0])), let time = TimeOfDay(String(parts[1])) else {
      return nil
    }
    self.init(date: date, time: time)
  }

  package var text: String { "\(date.text)T\(time.text)" }

  package static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.date, left.time) < (right.date, right.time)
  }
}

extension LocalTime: Value {
  package static let blank = LocalTime(date: .blank, time: TimeOfDay(seconds: 0))
  package static let shape = Shape.localTime

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> LocalTime {
    guard let text = try? cursor.string(), let time = LocalTime(text) else {
      throw Fault(.expected("a local time such as 2027-03-01T23:59:59"))
    }
    return time
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(text) }
}
