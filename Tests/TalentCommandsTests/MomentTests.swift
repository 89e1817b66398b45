import CivilTime
import TalentDomain
import Testing

@testable import TalentCommands

struct MomentTests {
  private let zone: Zone

  init() throws { zone = try #require(Zone("Europe/Copenhagen")) }

  static let times: [(given: String, meant: String)] = [
    ("2027-03-01", "2027-03-01T22:59:59.999Z"), ("01-03-2027", "2027-03-01T22:59:59.999Z"),
    ("2027-07-01", "2027-07-01T21:59:59.999Z"), ("2027-03-01T23:59", "2027-03-01T22:59:59.999Z"),
    ("2027-03-01 12:00:00", "2027-03-01T11:00:00.999Z"), ("01-03-2027 12:00", "2027-03-01T11:00:59.999Z"),
    ("2027-03-01T22:59:59.000Z", "2027-03-01T22:59:59.000Z"), ("2027-03-01T22:59:59Z", "2027-03-01T22:59:59.000Z"),
    ("2027-03-01T23:59:59+01:00", "2027-03-01T22:59:59.000Z"),
    ("2027-03-01T17:59:59.5-05:00", "2027-03-01T22:59:59.500Z"),
  ]

  @Test(arguments: times)
  func `the last moment that counts is understood`(_ given: String, _ meant: String) throws {
    #expect(try Moment.asOf(given, zone).time?.text == meant)
  }

  @Test func `a bare number is a position`() throws {
    #expect(try Moment.asOf("2027", zone) == AsOf(position: 2027))
  }

  @Test(arguments: [
    "", "tomorrow", "-1", "2027-02-30", "2027-03-28T02:30", "2027-03-01T25:00", "2027-03-01T12:00:00+1",
  ])
  func `what is no moment is refused, an hour that the clocks skipped as well`(_ given: String) {
    #expect(throws: Failure.self) { try Moment.asOf(given, zone) }
  }

  @Test func `a simulated clock at a date is at its beginning`() throws {
    #expect(try Moment.instant("2027-03-02", zone).text == "2027-03-01T23:00:00.000Z")
  }

  @Test func `instants read as local time on both sides of summer time`() throws {
    let style = Style(.da, zone)
    #expect(style.time(Instant("2027-03-28T00:59:59.000Z")) == "28-03-2027 01:59:59")
    #expect(style.time(Instant("2027-03-28T01:00:00.000Z")) == "28-03-2027 03:00:00")
    #expect(style.time(Instant("1969-12-31T22:59:59.500Z")) == "31-12-1969 23:59:59")
  }
}

struct LanguageTests {
  static let choices: [(variables: [String: String], language: Language)] = [
    ([:], .en), (["LANG": "da_DK.UTF-8"], .da), (["LANG": "en_US.UTF-8"], .en), (["LANG": "da"], .da),
    (["LANG": "dav_KE"], .en), (["LC_MESSAGES": "da_DK", "LANG": "en_US"], .da),
    (["LC_ALL": "C", "LC_MESSAGES": "da_DK", "LANG": "da_DK"], .en), (["LC_ALL": "", "LANG": "da_DK"], .da),
  ]

  @Test(arguments: choices)
  func `the first variable that is set decides the language`(_ variables: [String: String], _ language: Language) {
    #expect(Language.preferred { variables[$0] } == language)
  }
}
