/// RFC 3339 in UTC with three decimals, `2027-03-01T22:59:59.000Z`, to and from milliseconds since 1970.
///
/// Days are counted in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms").
package enum TimeText {
  package static let length = 24
  /// Years 0000 to 9999, which is what four digits can say.
  package static let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  package static func text(_ milliseconds: Int64) -> String {
    let day = Int(milliseconds.dividedFloor(by: 86_400_000))
    let rest = Int(milliseconds - Int64(day) * 86_400_000)
    let (year, month, dayOfMonth) = civil(day)
    return String(unsafeUninitializedCapacity: length) { buffer in
      put(year, 4, at: 0, in: buffer)
      buffer[4] = UInt8(ascii: "-")
      put(month, 2, at: 5, in: buffer)
      buffer[7] = UInt8(ascii: "-")
      put(dayOfMonth, 2, at: 8, in: buffer)
      buffer[10] = UInt8(ascii: "T")
      put(rest / 3_600_000, 2, at: 11, in: buffer)
      buffer[13] = UInt8(ascii: ":")
      put(rest / 60_000 % 60, 2, at: 14, in: buffer)
      buffer[16] = UInt8(ascii: ":")
      put(rest / 1000 % 60, 2, at: 17, in: buffer)
      buffer[19] = UInt8(ascii: ".")
      put(rest % 1000, 3, at: 20, in: buffer)
      buffer[23] = UInt8(ascii: "Z")
      return length
    }
  }

  /// Nil for anything that `text` does not write.
  package static func milliseconds(_ text: UnsafeRawBufferPointer) -> Int64? {
    guard text.count == length, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      text[19] == UInt8(ascii: "."), text[23] == UInt8(ascii: "Z"),
      let day = dayNumber(text), let hour = number(text, 11..<13), let minute = number(text, 14..<16),
      let second = number(text, 17..<19), let fraction = number(text, 20..<23),
      hour < 24, minute < 60, second < 60
    else { return nil }
    return Int64(day) * 86_400_000 + Int64(((hour * 60 + minute) * 60 + second) * 1000 + fraction)
  }

  /// Whether the text is a date that the calendar knows, `YYYY-MM-DD`.
  package static func isDate(_ text: UnsafeRawBufferPointer) -> Bool {
    text.count == 10 && text[4] == UInt8(ascii: "-") && text[7] == UInt8(ascii: "-") && dayNumber(text) != nil
  }

  /// The day that the first ten bytes name, nil where the calendar has none.
  private static func dayNumber(_ text: UnsafeRawBufferPointer) -> Int? {
    guard let year = number(text, 0..<4), let month = number(text, 5..<7), let day = number(text, 8..<10),
      (1...12).contains(month), day >= 1, day <= length(of: month, in: year)
    else { return nil }
    return dayNumber(year, month, day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func put(_ value: Int, _ digits: Int, at offset: Int, in buffer: UnsafeMutableBufferPointer<UInt8>) {
    var rest = value
    for place in (0..<digits).reversed() {
      buffer[offset + place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }

  /// Three times an event are read in every fold: the bytes are indexed, for a slice of them costs more than they do.
  private static func number(_ text: UnsafeRawBufferPointer, _ place: Range<Int>) -> Int? {
    var value = 0
    var index = place.lowerBound
    while index < place.upperBound {
      guard case let digit = text[index] &- UInt8(ascii: "0"), digit <= 9 else { return nil }
      index += 1
      value = value * 10 + Int(digit)
    }
    return value
  }
}

extension Int64 {
  fileprivate func dividedFloor(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
