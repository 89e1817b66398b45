import CivilTime
import Testing

@testable import TalentService

struct ZonesTests {
  @Test func `a zone is read once, however often it is asked for`() throws {
    let zones = Zones()
    let zone = try #require(zones.zone("Europe/Copenhagen"))
    #expect(zones.zone("Europe/Copenhagen") === zone)
  }

  @Test func `a zone that nobody knows is none`() {
    #expect(Zones().zone("Europe/Havnebyen") == nil)
  }
}
