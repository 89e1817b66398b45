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
  private func filled(_ id: Alias) throws -> Person {
    var (names, links) = (NameIndex(), LinkIndex())
    names.take(
      PersonRegistered(person: Alias(bits: 100)), [PersonName(name: "Ida Holm", number: "100", email: nil)])
    links.take(PersonLink(alias: Alias(bits: 500), person: Alias(bits: 100)))
    var filler = NameFiller(names: names, links: [LinkIndex(), links])
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

  @Test func `whose name is erased, or who is nobody, stays without one`() throws {
    #expect(try filled(Alias(bits: 501)).name == nil)
    #expect(try filled(.service).name == "talentd")
  }
}
