import TalentDomain
import Testing

/// The table of disclosures by itself: that it is whole, and what a shield takes away. That the service keeps to it is tested
/// over the socket (`DisclosureMatrixTests`).
struct DisclosureTableTests {
  @Test func `every sealed record has a kind of its own, and every kind a record`() {
    let kinds = RecordTests.sealed.reduce(into: [SealedKind: Set<String>]()) {
      $0[$1.kind, default: []].insert("\($1)")
    }
    #expect(Set(kinds.keys) == Set(SealedKind.allCases))
    for (kind, types) in kinds { #expect(types.count == 1, "\(kind): \(types)") }
  }

  @Test func `a member for fewer eyes is a member of its record`() throws {
    for kind in SealedKind.allCases {
      let members = try #require(SealedKind.types[kind]).recordShape.members.map(\.name)
      for narrow in kind.row.narrower { #expect(members.contains(narrow.name), "\(kind).\(narrow.name)") }
    }
  }

  @Test func `who holds no office and stands in no relation is shown nothing`() {
    for kind in SealedKind.allCases { #expect(!kind.row.isFor(Vantage()), "\(kind)") }
  }

  @Test func `an employee who is no more than that is shown who people are, and nothing else`() {
    for kind in SealedKind.allCases {
      let isShown = kind.row.isFor(Vantage(capacities: [.employee]))
      #expect(isShown == (kind == .employmentNames), "\(kind)")
    }
    #expect(SealedKind.personName.row.isFor(Vantage(capacities: [.employee]), member: "name"))
    #expect(!SealedKind.personName.row.isFor(Vantage(capacities: [.employee]), member: "email"))
  }

  @Test func `a shield closes a case to every office at once, and to no relation`() {
    for kind in SealedKind.allCases {
      for shield in Shield.allCases {
        let office = Vantage(capacities: Set(Capacity.allCases), shields: [shield])
        #expect(kind.row.isFor(office) != kind.row.matter.shields.contains(shield), "\(kind), \(shield)")
        for relation in kind.row.relations {
          #expect(kind.row.isFor(Vantage(relations: [relation], shields: [shield])), "\(kind), \(relation)")
        }
      }
    }
  }

  @Test func `what a mentor and a participant speak of is sealed nowhere, for there is no field for it`() {
    #expect(SealedKind.allCases.allSatisfy { !$0.rawValue.contains("mentor") && !$0.rawValue.contains("mbti") })
  }
}
