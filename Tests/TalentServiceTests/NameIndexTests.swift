import TalentDomain
import Testing

@testable import TalentService

struct NameIndexTests {
  private let one = Alias(bits: 100)
  private let two = Alias(bits: 101)

  private func name(_ number: String) -> PersonName { PersonName(name: "Navn", number: Line(number), email: nil) }

  /// Who is found by which number.
  private func numbers(_ names: NameIndex) -> [String: Alias] {
    Dictionary(uniqueKeysWithValues: names.byNumber.map { ($0.key, $0.value) })
  }

  @Test func `a number that was corrected finds nobody any more`() {
    var names = NameIndex()
    names.take(PersonRegistered(person: one), [name("1")])
    names.take(PersonRegistered(person: one), [name("2")])
    #expect(numbers(names) == ["2": one])
  }

  @Test func `an account that was changed is nobody's under its old number`() {
    var names = NameIndex()
    names.take(AccountBound(person: one), [AccountBinding(account: "games", uid: 5)])
    names.take(AccountBound(person: one), [AccountBinding(account: "man", uid: 6)])
    #expect(names.byUID == [6: one])
    names.take(AccountUnbound(person: one), [])
    #expect(names.byUID.isEmpty)
    #expect(names.accounts.isEmpty)
  }

  @Test func `a workplace that only the erased have named is forgotten with them`() {
    var names = NameIndex()
    let (school, bus) = (Alias(bits: 900), Alias(bits: 901))
    for (person, workplace, name) in [(one, school, "Skolen"), (two, school, "Skolen"), (two, bus, "Bogbussen")] {
      var fact = EmploymentRecorded()
      (fact.person, fact.workplace, fact.profession) = (person, workplace, Alias(bits: 950))
      names.take(fact, [EmploymentNames(profession: "lærer", workplace: Line(name))])
    }
    names.forget(two, [.nomination])
    #expect(names.things.count == 3)
    names.forget(two, [.employment])
    #expect(Set(names.things.values) == ["Skolen", "lærer"])
    #expect(names.workplaceByName.keys.sorted() == ["Skolen"])
    names.forget(one, [.employment])
    #expect(names.things.isEmpty && names.workplaceByName.isEmpty && names.professionByName.isEmpty)
  }

  @Test func `an event whose sealed record is erased changes no name`() {
    var names = NameIndex()
    names.take(PersonRegistered(person: one), [name("1")])
    names.take(PersonRegistered(person: one), [])
    names.take(PersonRegistered(person: two), [])
    #expect(numbers(names) == ["1": one])
    #expect(names.people[two] == nil)
  }
}

struct NameFillerTests {
  private let sight = Sight()

  private func filled(
    _ id: Alias, after erasure: SubjectKeyDestroyed? = nil, isCold: Bool = false
  ) throws -> Person {
    var memory = Memory()
    memory.names.take(
      PersonRegistered(person: Alias(bits: 100)), [PersonName(name: "Ida Holm", number: "100", email: nil)])
    memory.cohortCodes = ["2026", "2027"]
    memory.cohorts = ["2026": WarmCohort(), "2027": WarmCohort()]
    memory.cohorts["2027"]?.links.take(PersonLink(alias: Alias(bits: 500), person: Alias(bits: 100)))
    if let erasure { memory.forget(erasure) }
    if isCold { memory.cohorts["2026"] = nil }
    var filler = NameFiller(memory, sight)
    var person = Person(id)
    try filler.resolve(&person)
    return person
  }

  @Test(arguments: [500, 100] as [UInt64])
  func `an alias of a cohort and an id of the organisation are given the same name`(bits: UInt64) throws {
    let person = try filled(Alias(bits: bits))
    #expect(person.name == "Ida Holm")
    #expect(person.number == "100")
    #expect(person.id == Alias(bits: bits), "the id stays what the answer showed")
  }

  @Test func `a name that was opened is noted by the stream in which it stands`() throws {
    for bits in [500, 100, 501] { _ = try filled(Alias(bits: UInt64(bits))) }
    let named = sight.take().named
    #expect(named.map(\.stream) == ["cohort/2027", "organisation"])
    #expect(named.map(\.person) == [Alias(bits: 500), Alias(bits: 100)])
  }

  @Test func `who is nobody has no name, and the service its own`() throws {
    #expect(try filled(.service).name == "talentd")
    #expect(try filled(.none) == Person(.none))
  }

  @Test func `whose keys are gone is called erased, by the alias and by the id`() throws {
    var erasure = SubjectKeyDestroyed()
    erasure.person = Alias(bits: 100)
    erasure.classes = [.employment, .link]
    let person = try filled(Alias(bits: 500), after: erasure)
    #expect(person.erased == true && person.name == nil && person.number == nil)
    #expect(try filled(Alias(bits: 500)).erased == nil)
    // While a cohort is not at hand, an alias may be one of its own.
    #expect(try filled(Alias(bits: 500), after: erasure, isCold: true).erased == nil)
    erasure.classes = [.nomination]
    #expect(try filled(Alias(bits: 500), after: erasure).name == "Ida Holm")
  }
}
