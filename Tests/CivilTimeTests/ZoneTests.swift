import CivilTime
import TalentDomain
import Testing

private typealias Moment = TalentDomain.Instant

struct ZoneTests {
  private func copenhagen() throws -> Zone { try #require(Zone("Europe/Copenhagen")) }

  @Test(arguments: [
    ("2027-03-01T22:59:59.999Z", "2027-03-01T23:59:59"), ("2027-03-01T23:00:00.000Z", "2027-03-02T00:00:00"),
    ("2027-07-01T22:00:00.000Z", "2027-07-02T00:00:00"), ("1969-12-31T23:59:59.500Z", "1970-01-01T00:59:59"),
  ])
  func `an instant has a local time`(instant: String, local: String) throws {
    let moment = try #require(Moment(instant))
    #expect(try copenhagen().local(moment).text == local)
  }

  @Test(arguments: [
    ("2027-03-02T00:00:00", "2027-03-01T23:00:00.000Z"), ("2027-07-02T00:00:00", "2027-07-01T22:00:00.000Z"),
    // The hour that comes twice counts as the first.
    ("2027-10-31T02:30:00", "2027-10-31T00:30:00.000Z"),
  ])
  func `a local time has an instant`(local: String, instant: String) throws {
    let time = try #require(LocalTime(local))
    #expect(try copenhagen().instant(time)?.text == instant)
  }

  @Test func `the hour that the clocks skip has none`() throws {
    let time = try #require(LocalTime("2027-03-28T02:30:00"))
    #expect(try copenhagen().instant(time) == nil)
  }

  @Test func `a zone that nobody knows is none`() {
    #expect(Zone("Europe/Havnebyen") == nil)
    #expect(Zone("../../etc/passwd") == nil)
  }
}
