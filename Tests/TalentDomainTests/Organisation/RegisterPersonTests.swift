import TalentDomain
import Testing

struct RegisterPersonTests {
  private let newcomer = RegisterPerson(
    "900", "Ævar Mølgaard", centre: Staff.works, "Materielgården", "gartner", under: Staff.otherChief)

  @Test func `a newcomer is registered with name and employment, both sealed under the person's own key`() throws {
    var it = try Case.staffed()
    let facts = try it.accept(newcomer)
    #expect(facts.map { "\(type(of: $0).type)" } == ["person.registered.v1", "employment.recorded.v1"])
    let person = it.person("900")
    #expect(it.organisation.people[person]?.leader == it.person(Staff.otherChief))
    #expect(it.events.suffix(2).allSatisfy { $0.sealed.map(\.subject) == [person] && $0.header.subject == person })
    #expect(it.sealed(PersonName.self).last?.name == "Ævar Mølgaard")
    #expect(it.sealed(EmploymentNames.self).last?.workplace == "Materielgården")
  }

  @Test func `no name stands in a leaf`() throws {
    var it = try Case.staffed()
    for fact in try it.accept(newcomer) {
      let leaf = String(decoding: fact.canonical, as: UTF8.self)
      for secret in ["Ævar", "900", "kommune.example", "Materielgården", "gartner"] {
        #expect(!leaf.contains(secret))
      }
    }
  }

  @Test func `the same row again records nothing`() throws {
    var it = try Case.staffed()
    try it.accept(newcomer)
    #expect(try it.accept(newcomer).isEmpty)
  }

  @Test func `a changed row records only what has changed`() throws {
    var it = try Case.staffed()
    try it.accept(newcomer)
    var moved = newcomer
    moved.centre = Line(Staff.schools)
    moved.leader = PersonRef(Staff.leader)
    #expect(try it.accept(moved).map { "\(type(of: $0).type)" } == ["employment.recorded.v1"])
    var renamed = moved
    renamed.name = "Ævar Mølgaard Bech"
    #expect(try it.accept(renamed).map { "\(type(of: $0).type)" } == ["person.registered.v1"])
    #expect(try it.accept(renamed).isEmpty)
  }

  @Test func `the newest event holds the name`() throws {
    var it = try Case.staffed()
    try it.accept(newcomer)
    var renamed = newcomer
    renamed.name = "Ævar Bech"
    try it.accept(renamed)
    let position = try #require(it.organisation.named[it.person("900")])
    #expect(it.directory.opened(PersonName.self, at: position)?.name == "Ævar Bech")
  }

  @Test func `a centre or a leader that is not registered is the row's own fault`() throws {
    var it = try Case.staffed()
    var elsewhere = newcomer
    elsewhere.centre = "Center for Ingenting"
    #expect(throws: Refusal.invalid(Fault(.expected("the name of a centre that is registered"), at: ["centre"]))) {
      try it.when(elsewhere)
    }
    var ledByNobody = newcomer
    ledByNobody.leader = PersonRef("404")
    #expect(throws: Refusal.invalid(Fault(.expected("the number of an employee who is registered"), at: ["leader"]))) {
      try it.when(ledByNobody)
    }
  }

  @Test(arguments: ["9 00", String(repeating: "9", count: 65)])
  func `a number that no command could name is refused`(_ number: String) throws {
    var it = try Case.staffed()
    var odd = newcomer
    odd.number = Line(number)
    #expect(throws: Refusal.self) { try it.when(odd) }
  }

  @Test func `whoever leads somebody is a leader, until the last one gets another leader`() throws {
    var it = try Case.staffed()
    #expect(!it.organisation.capacities(of: it.person("210")).contains(.leader))
    for number in ["211", "212"] { try it.accept(move(number, under: "210")) }
    #expect(it.organisation.capacities(of: it.person("210")) == [.employee, .leader])
    try it.accept(move("211", under: Staff.otherChief))
    #expect(it.organisation.capacities(of: it.person("210")).contains(.leader))
    try it.accept(move("212", under: nil))
    #expect(!it.organisation.capacities(of: it.person("210")).contains(.leader))
  }

  @Test func `an employment may have begun on an earlier day, never on a later one`() throws {
    var it = try Case.staffed()
    var command = move("211", under: "210")
    command.date = date("2027-01-05")
    #expect(try it.refused(command, at: at("2027-01-04 23:59:59")) == ["S4"])
    command.date = date("2027-01-01")
    try it.accept(command)
    #expect(it.events.last?.header.effective == Instant("2026-12-31T23:00:00.000Z"))
    command.leader = nil
    command.date = date("2027-01-04")
    try it.accept(command)
    #expect(it.events.last?.header.effective == it.now)
  }

  private func move(_ number: String, under leader: String?) -> RecordEmployment {
    var command = RecordEmployment()
    command.centre = Line(Staff.works)
    command.leader = leader.map { PersonRef($0) }
    command.person = PersonRef(number)
    command.profession = "gartner"
    command.workplace = "Materielgården"
    return command
  }
}
