import TalentDomain
import Testing

struct GiveInformationTests {
  @Test func `what somebody was told is recorded once, with the day it was told`() throws {
    var it = try Case.staffed()
    var command = GiveInformation()
    command.date = date("2027-01-02")
    command.person = PersonRef("110")
    command.version = "oplysning-1"
    try it.accept(command, as: Staff.hr)
    #expect(it.organisation.informed[it.person("110")] == ["oplysning-1"])
    #expect(it.events.last?.header.effective == Instant("2027-01-01T23:00:00.000Z"))
    #expect(try it.accept(command, as: Staff.hr).isEmpty)
    command.version = "oplysning-2"
    command.date = date("2027-01-05")
    #expect(try it.refused(command, as: Staff.hr) == ["S4"])
    command.person = PersonRef("404")
    #expect(throws: Refusal.notFound) { try it.when(command, as: Staff.hr) }
  }
}
