import Evidence
import EvidencePage
import History
import Leaves
import TalentDomain
import Transparency

/// A whole selection, as a service recorded it, and what its page should tell: folded here anew, not by the page.
struct PageFixture: Sendable {
  /// With every name.
  let bundle: Bundle
  /// Without what is known of some: those whose numbers are in `hidden`.
  let partial: Bundle
  let hidden: Set<String>
  /// `110 Medarbejder 110` by the alias of the cohort.
  let names: [Alias: String]

  /// What a complaint says that means to be markup.
  static let hostile = "</script><script>document.title='x'</script><img src=https://example.org/x onerror=alert(1)>"

  /// Played once for all tests.
  static let played = Result { try PageFixture() }

  private init() throws {
    let hidden = Set(Cast.employees.prefix(4) + [Cast.assessors[1], Cast.leader])
    self.hidden = hidden
    (bundle, partial) = try withTalentd { daemon in
      let world = try WholeSelection.played(on: daemon)
      var complaint = ReceiveComplaint()
      complaint.cohort = "2027"
      complaint.nominee = PersonRef(given: world.nominees[22])
      complaint.text = Text(PageFixture.hostile)
      try world.by(Cast.hr, at: at("2027-04-02 09:00:00")).send(complaint)
      let people = try PageFixture.people(world, hidden)
      try daemon.stop()
      let made = { (withholds: @escaping (UInt64?, String) -> Bool) in
        try LogBundle.made(in: daemon.state, origin: daemon.settings.origin, withholding: withholds)
      }
      return (try made { _, _ in false }, try made { owner, _ in owner.map { people.contains($0) } ?? false })
    }
    names = try PageFixture.names(bundle)
  }

  /// The ids of people by their numbers.
  private static func people(_ world: World, _ numbers: Set<String>) throws -> Set<UInt64> {
    var query = ListPeople()
    query.limit = 500
    let people = try world.by(Cast.hr, at: at("2027-04-02 10:00:00")).ask(query).people
    return Set(people.filter { numbers.contains($0.person.number?.value ?? "") }.map(\.person.id.bits))
  }

  private static func names(_ bundle: Bundle) throws -> [Alias: String] {
    var (links, names): ([Alias: Alias], [Alias: String]) = ([:], [:])
    let leaves = Dictionary(uniqueKeysWithValues: bundle.leaves.map { ($0.position, $0) })
    for line in bundle.sealed {
      guard case .disclosed(let encoded) = line.content, let disclosure = Disclosure(encoded: encoded) else { continue }
      if disclosure.name == "person-link" {
        let link = try PersonLink(canonical: disclosure.value)
        links[link.alias] = link.person
      } else if disclosure.name == "person-name" {
        let name = try PersonName(canonical: disclosure.value)
        let leaf = try leaves[line.position].unwrapped()
        let person = try leaf.bytes.withLeaf(at: leaf.position) { try fact(of: $0) as? PersonRegistered }.unwrapped()
        names[person.person] = "\(name.number.value) \(name.name.value)"
      }
    }
    return links.compactMapValues { names[$0] }
  }
}

extension Bundle {
  /// The cohort as it stood after the leaf at a position.
  func cohort(after position: Int) throws -> Cohort {
    var cohort = Cohort()
    for leaf in leaves where leaf.position <= position {
      try leaf.bytes.withLeaf(at: leaf.position) { view in
        if view.stream == "cohort/2027" { try fold(view, into: &cohort) }
      }
    }
    return cohort
  }

  var page: [UInt8] {
    get throws { try EvidencePage.html(of: self, proofs: PageProofs(provingAll: self)) }
  }
}
