package import StrictJSON

/// A date of the calendar, such as 2027-03-01, without a time or a zone.
///
/// The dates of the programme are dates in Europe/Copenhagen; whoever turns an instant into one does so outside the
/// domain and hands the date in.
package struct CivilDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01 in the proleptic Gregorian calendar.
  package let dayNumber: Int

  package init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// Nil where the calendar has no such date. Years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= CivilDate.length(of: month, in: year)
    else { return nil }
    // Days from civil, after Howard Hinnant's public-domain «chrono-compatible low-level date algorithms»: years start
    // in March, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(dayNumber: era * 146_097 + dayOfEra - 719_468)
  }

  /// From `YYYY-MM-DD`.
  package init?(_ text: String) {
    var copy = text
    guard let date = copy.withUTF8({ CivilDate(utf8: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = date
  }

  /// From the ten bytes of its text.
  package init?(utf8: UnsafeRawBufferPointer) {
    guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-"),
      let year = Digits.parse(utf8[0..<4]), let month = Digits.parse(utf8[5..<7]), let day = Digits.parse(utf8[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  package var text: String {
    let (year, month, day) = components
    return "\(Digits.padded(year, 4))-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
  }

  /// As a Danish sentence says it: 1. marts 2027.
  package var danish: String {
    let months = [
      "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
      "december",
    ]
    let (year, month, day) = components
    return "\(day). \(months[month - 1]) \(year)"
  }

  package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day so many months later, or the last one of a month that has no such day (Regulation 1182/71, art. 3(2)(c)).
  package func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let all = year * 12 + month - 1 + months
    let (later, first) = (all / 12, all % 12 + 1)
    return CivilDate(year: later, month: first, day: min(day, CivilDate.length(of: first, in: later))) ?? self
  }

  package func adding(years: Int) -> CivilDate { adding(months: years * 12) }

  package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: Value {
  package static let blank = CivilDate(dayNumber: 0)
  package static let shape = Shape.date

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> CivilDate {
    guard let text = try? cursor.string(), let date = CivilDate(text) else {
      throw Fault(.expected("a date such as 2027-03-01"))
    }
    return date
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(text) }
}

/// Decimal digits of fixed width, as dates and times are written.
enum Digits {
  static func parse(_ utf8: some Collection<UInt8>) -> Int? {
    var value = 0
    for byte in utf8 {
      guard case let digit = byte &- UInt8(ascii: "0"), digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
