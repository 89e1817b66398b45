import TalentDomain
import Testing

struct PersonRefTests {
  @Test func `a resolver finds everyone whom a record names, however deep`() throws {
    let it = try Case.staffed()
    var command = try carried(
      RegisterPerson("900", "Ævar", centre: Staff.works, "Materielgården", "gartner", under: Staff.otherChief))
    var resolver = TestResolver(directory: it.directory, organisation: it.organisation, isCohort: false)
    try command.resolve(&resolver)
    #expect(command.leader?.person == it.person(Staff.otherChief))
    #expect(command.leader?.alias == Alias.none)
  }

  @Test func `nobody is found by a number that nobody has`() throws {
    let it = try Case.staffed()
    var person = PersonRef("404")
    var resolver = TestResolver(directory: it.directory, organisation: it.organisation, isCohort: true)
    try person.resolve(&resolver)
    #expect(throws: Refusal.notFound) { try person.known() }
  }

  @Test(arguments: ["", "1 2", "1\n", String(repeating: "1", count: 65)])
  func `a reference is one word`(_ text: String) {
    #expect(throws: Fault.self) { try PersonRef(canonical: PersonRef(text).canonical) }
  }
}
