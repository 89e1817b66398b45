import TalentDomain

@testable import Projections

/// A small cohort made by hand: events are applied as they come, and what is sealed beside them is kept in clear.
///
/// People are numbered: person 7 of the organisation is 1007 in the cohort. Codes of centres and workplaces likewise.
struct Scene: Sendable {
  var organisation = Organisation()
  var cohort = Cohort()
  var grounds = LetterGrounds()
  var position = 0
  var today = date("2027-03-02")
  var sealed: [Int: [any SealedRecord]] = [:]
  var erased: Set<Alias> = []

  static let hr = 1, otherHR = 2, board = 3, secretary = 4, auditor = 5, dpo = 6, administrator = 7
  static let assessors = [11, 12, 13]
  static let chief = 20, otherChief = 21, leader = 22
  /// Two of the first centre and one of the second.
  static let nominees = [31, 32, 33]
  static let centre = 90, otherCentre = 91, workplace = 92, profession = 93

  func person(_ number: Int) -> Alias { Alias(bits: UInt64(number)) }
  func alias(_ number: Int) -> Alias { Alias(bits: UInt64(number + 1000)) }
  func form(of number: Int) -> Alias { Alias(bits: UInt64(number + 2000)) }

  @discardableResult
  mutating func happened(
    _ fact: some CohortFact, by actor: Int = Scene.hr, sealed records: [any SealedRecord] = []
  ) -> Int {
    sealed[position] = records
    let header = Header(
      position: position, revision: cohort.revision, effective: .blank,
      // A second after the one before.
      recorded: Instant(milliseconds: Int64(position) * 1000), received: .blank, localDate: today, actor: alias(actor))
    fact.evolve(&cohort, header)
    grounds.take(fact, header)
    position += 1
    return position - 1
  }

  /// Somebody looks at the cohort in these capacities, or in those that the organisation knows of.
  func seen(by number: Int, as capacities: Set<Capacity>? = nil) -> CohortReading<SceneOpener> {
    CohortReading(
      organisation: organisation, cohort: cohort,
      viewer: Viewer(
        person: person(number), alias: alias(number),
        capacities: capacities ?? organisation.capacities(of: person(number), in: "2027")),
      opener: SceneOpener(scene: self))
  }

  func reference(_ number: Int) -> PersonRef {
    PersonRef(given: String(number), person: person(number), alias: alias(number))
  }
}

/// Opens everything: what a row filter lets through is what these tests look at.
struct SceneOpener: Opener {
  let scene: Scene

  func records<S: SealedRecord>(_ kind: S.Type, at position: Int, about: Alias?, author: Alias?) -> [S] {
    if let about, scene.erased.contains(about) { return [] }
    return scene.sealed[position, default: []].compactMap { $0 as? S }
  }

  func person(behind alias: Alias) -> Alias? {
    guard alias.bits >= 1000, !scene.erased.contains(alias) else { return nil }
    return Alias(bits: alias.bits - 1000)
  }

  func thing(behind code: Alias) -> Alias? { code.bits >= 1000 ? Alias(bits: code.bits - 1000) : nil }
}

struct SceneNames: PeopleNames {
  func name(of person: Alias) -> PersonName? {
    PersonName(name: Line("Navn \(person.bits)"), number: Line("\(person.bits)"), email: nil)
  }

  func account(of person: Alias) -> AccountBinding? { AccountBinding(account: Line("konto"), uid: 1000) }
}

func date(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }

/// A digest that says which it is.
func digest(_ letter: Character) -> Digest { Digest(String(repeating: letter, count: 43)) ?? .blank }
