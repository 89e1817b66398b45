import EventLog
import History
import Leaves
import TalentDomain
import Testing
@testable import Projections

@Suite("Folding leaves")
struct FoldTests {
  @Test func `a cohort folded from leaves is the cohort that the facts make`() async throws {
    let it = try TestLog()
    var opened = CohortOpened()
    opened.cohort = "2027"
    opened.seats = 20
    opened.title = "Talentforløb 2027"
    opened.zone = "Europe/Copenhagen"
    var submitted = NominationSubmitted()
    submitted.id = Alias(bits: 77)
    submitted.form.nominee = Alias(bits: 31)
    var proposed = SelectionProposed()
    proposed.digest = digest("B")
    proposed.proposal.ranking = digest("A")
    proposed.proposal.selected = [Alias(bits: 31)]
    try await it.append([
      Draft(RoleGranted(cohort: nil, person: Alias(bits: 9), role: .hr), in: "organisation"),
      Draft(opened, in: "cohort/2027", localDate: "2026-12-31"),
      Draft(submitted, in: "cohort/2027", about: 31),
      Draft(proposed, in: "cohort/2027", by: 5, behalf: 6, localDate: "2027-03-28"),
    ])
    var cohort = Cohort()
    try it.log.reader().scan(stream: "cohort/2027") { bytes, position in
      try fold(try Leaf(bytes, position: position), into: &cohort)
    }
    #expect(cohort.revision == 3)
    #expect(cohort.setup.opened == 1)
    #expect(cohort.setup.openedOn == date("2026-12-31"))
    #expect(cohort.nominations.live == [Alias(bits: 31): Alias(bits: 77)])
    // In whose name, by whom, when and where: the header comes from the leaf.
    #expect(cohort.selection.proposal?.proposer == Alias(bits: 6))
    #expect(cohort.selection.proposal?.recorder == Alias(bits: 5))
    #expect(cohort.selection.proposal?.date == date("2027-03-28"))
    #expect(cohort.selection.proposal?.position == 3)

    var organisation = Organisation()
    try it.log.reader().scan(stream: "organisation") { bytes, position in
      try fold(try Leaf(bytes, position: position), into: &organisation)
    }
    #expect(organisation.holds(Alias(bits: 9), .hr))
    let read = try it.log.reader().leaf(at: 2).withLeaf(at: 2) { try fact(of: $0) }
    #expect((read as? NominationSubmitted) == submitted)
    await it.stop()
  }

  @Test func `an unknown type, and facts of another shape, are refused with their position`() async throws {
    let it = try TestLog()
    var unknown = Draft(ServiceStopped(), in: "cohort/2027")
    unknown.type = "cohort.vanished.v1"
    var misshapen = Draft(SeatCountChanged(seats: 3), in: "cohort/2027")
    misshapen.facts = Array("{\"seats\":3,\"x\":1}".utf8)
    let nobody = {
      var draft = Draft(SeatCountChanged(seats: 3), in: "cohort/2027")
      draft.actor = "somebody"
      return draft
    }()
    let foreign = Draft(PersonRegistered(person: Alias(bits: 3)), in: "cohort/2027")
    try await it.append([unknown, misshapen, nobody, foreign])
    for position in 0..<4 {
      let bytes = try it.log.reader().leaf(at: position)
      #expect(throws: LeafError(position: position, .malformed)) {
        try bytes.withLeaf(at: position) { leaf in
          var cohort = Cohort()
          try fold(leaf, into: &cohort)
        }
      }
    }
    await it.stop()
  }

  @Test func `every type of event is found by the bytes of its name`() {
    let names = FactRegistry.all.map { "\($0.type)" }
    let table = TypeTable(Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }))
    for name in names {
      #expect(Array(name.utf8).withUnsafeBytes { table[$0] } == name)
      #expect(Array(name.utf8.dropLast()).withUnsafeBytes { table[$0] } == nil)
    }
    #expect([].withUnsafeBytes { table[$0] } == nil)
  }
}
