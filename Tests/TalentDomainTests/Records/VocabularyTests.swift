import TalentDomain
import Testing

struct VocabularyTests {
  // MARK: Dates

  @Test func `every date of years 1 to 9999 is written and read back, in the calendar's order`() {
    let first = CivilDate("0001-01-01")!
    let last = CivilDate("9999-12-31")!
    #expect(last.dayNumber - first.dayNumber == 3_652_058)
    // A step that is no multiple of a week, a month or a year meets every kind of day; and each day around a century.
    let sampled = Array(stride(from: first.dayNumber, through: last.dayNumber, by: 89))
    let whole = [1, 4, 100, 400, 1900, 2000, 2027, 2028, 9999].flatMap { year in
      Array(CivilDate(year: year, month: 1, day: 1)!.dayNumber...CivilDate(year: year, month: 12, day: 31)!.dayNumber)
    }
    for number in sampled + whole {
      let day = CivilDate(dayNumber: number)
      let (year, month, dayOfMonth) = day.components
      #expect(CivilDate(day.text) == day)
      #expect(CivilDate(year: year, month: month, day: dayOfMonth) == day)
    }
  }

  @Test(arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11017), ("2027-03-01", 20878)])
  func `days are counted from 1970`(_ text: String, _ number: Int) {
    #expect(CivilDate(text)?.dayNumber == number)
  }

  @Test(arguments: [
    "2027-02-29", "1900-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-01-00", "0000-01-01", "2027-1-01",
    "27-01-01", "2027/01/01", "2027-01-01 ", "２０２７-01-01", "+027-01-01", "",
  ])
  func `what the calendar does not know is no date`(_ text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `leap years have a 29th of February`() {
    #expect(CivilDate("2028-02-29") != nil)
    #expect(CivilDate("2000-02-29") != nil)
    #expect(CivilDate("2027-12-31")?.adding(days: 1).text == "2028-01-01")
  }

  // MARK: Times

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1_803_942_000_000, "2027-03-01T23:00:00.000Z"),
      (-86_400_000, "1969-12-31T00:00:00.000Z"), (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] as [(Int64, String)])
  func `an instant is written with milliseconds, in UTC`(_ milliseconds: Int64, _ text: String) {
    #expect(Instant(milliseconds: milliseconds).text == text)
    #expect(Instant(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "2027-03-01T23:00:00Z", "2027-03-01T23:00:00.000+00:00", "2027-03-01 23:00:00.000Z", "2027-03-01T24:00:00.000Z",
    "2027-03-01T23:60:00.000Z", "2027-03-01T23:59:60.000Z", "2027-02-29T23:00:00.000Z", "2027-03-01T23:00:00,000Z",
    "2027-03-01t23:00:00.000z",
  ])
  func `an instant has one spelling`(_ text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `local times are ordered by date, then by time`() throws {
    let times = ["2027-03-01T23:59:59", "2027-03-02T00:00:00", "2027-03-02T08:30:00"].map { LocalTime($0)! }
    #expect(times == times.shuffled().sorted())
    #expect(times.map(\.text).allSatisfy { LocalTime($0)?.text == $0 })
    for odd in ["2027-03-01", "2027-03-01T23:59", "2027-03-01T24:00:00", "2027-03-01T23:59:59Z", "T"] {
      #expect(LocalTime(odd) == nil)
    }
  }

  // MARK: Numbers

  @Test func `a rational number stands in lowest terms, its sign above`() {
    #expect(Rational(6, -4).text == "-3/2")
    #expect(Rational(0, -7).text == "0")
    #expect(Rational(12, 4).text == "3")
    #expect(Rational(1, 3) + Rational(1, 6) == Rational(1, 2))
    #expect(Rational(2, 3) * Rational(3, 4) == Rational(1, 2))
    #expect(Rational(2, 3) / Rational(-4, 3) == Rational(-1, 2))
    #expect(Rational(8, 3) < Rational(49, 18))
    #expect(Rational(-1, 2) < Rational(-1, 3))
  }

  @Test(arguments: [
    "2/4", "3/1", "+3", "-0", "0/5", "1/0", "1/-2", "1.5", "", "/", "1/", "/2", "1/2/3", " 1", "0x1", "01",
    "1000000000", "-1000000000", "1/1000000000", "9223372036854775807", "1/9223372036854775807",
    "99999999999999999999",
  ])
  func `a rational number has one spelling, of at most nine digits above and below`(_ text: String) {
    #expect(Rational(text) == nil)
  }

  private static let widest = ["999999999", "-999999999", "1/999999999", "999999998/999999999", "-999999998/999999999"]

  @Test(arguments: widest, widest)
  func `the widest fractions are read, compared, added and multiplied without a trap`(
    _ one: String, _ other: String
  ) throws {
    let (left, right) = (try #require(Rational(one)), try #require(Rational(other)))
    #expect(left.text == one)
    #expect((left < right) == !(right <= left))
    #expect(left + right == right + left)
    #expect(left * right == right * left)
  }

  // MARK: Ids

  @Test(arguments: [0, 1, 31, 32, UInt64.max, 1 << 63, 0x0123_4567_89AB_CDEF])
  func `an id is thirteen digits of Crockford's base 32`(_ bits: UInt64) {
    let text = Alias(bits: bits).text
    #expect(text.utf8.count == 13)
    #expect(Alias(text)?.bits == bits)
  }

  @Test(arguments: [
    "0000000000000i", "000000000000l", "000000000000o", "000000000000u", "000000000000A", "g000000000000",
    "00000000000", "00000000000000", "æ0000000000", "",
  ])
  func `what is no id is refused`(_ text: String) {
    #expect(Alias(text) == nil)
  }

  // MARK: Words

  @Test func `codes, lines and texts keep their limits`() throws {
    for good in ["programme-1.0", "2027", String(repeating: "a", count: 64)] { #expect(Code(good) != nil) }
    for odd in ["", "A", "æ", "a b", String(repeating: "a", count: 65)] { #expect(Code(odd) == nil) }
    #expect(try Line(canonical: Line(String(repeating: "æ", count: 200)).canonical).value.count == 200)
    #expect(throws: Fault(.tooLong(limit: 200))) {
      try Line(canonical: Line(String(repeating: "æ", count: 201)).canonical)
    }
    for odd in ["", " \u{A0}", "a\nb", "a\u{1}"] {
      #expect(throws: Fault.self) { try Line(canonical: Line(odd).canonical) }
    }
    #expect(try Text(canonical: Text("a\n\tb").canonical).value == "a\n\tb")
    #expect(throws: Fault(.tooLong(limit: 4000))) {
      try Text(canonical: Text(String(repeating: "x", count: 4001)).canonical)
    }
    #expect(throws: Fault.self) { try Text(canonical: Text("a\u{1}").canonical) }
  }
}
