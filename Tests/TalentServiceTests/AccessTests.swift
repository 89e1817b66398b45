import Projections
import TalentDomain
import TalentInterface
import Testing

@testable import TalentService

struct AccessTests {
  @Test func `every method of the socket stands in the table of access`() {
    let missing = Methods.all.map(\.fullName).filter { AccessTable.access(to: $0) == nil }
    #expect(missing.isEmpty)
  }

  @Test func `a method that stands in no table is nobody's`() {
    #expect(AccessTable.access(to: "dk.talentd.nomination.Unheard") == nil)
  }

  @Test func `an import may do what its rows may do one by one`() {
    for (command, name) in Imports.all {
      let whole = AccessTable.access(to: "\(command.area.interface).\(name)")
      let row = AccessTable.access(to: "\(command.area.interface).\(command.method)")
      #expect(whole?.who == row?.who && whole?.recorders == row?.recorders)
    }
  }

  @Test func `every method has a route, and no route leads elsewhere`() {
    #expect(Set(Routes.all.keys) == Set(Methods.all.map(\.fullName)))
  }

  @Test func `in one's own name counts what one is oneself`() {
    let access = Access.by(.board, recordedBy: [.secretary])
    #expect(access.allows([.employee, .board], behalf: nil))
    #expect(!access.allows([.employee, .secretary], behalf: nil))
    #expect(!access.allows([], behalf: nil))
  }

  @Test func `in another's name counts what the other is, and that one may record`() {
    let access = Access.by(.board, recordedBy: [.secretary])
    #expect(access.allows([.secretary], behalf: ([.employee, .board], false)))
    #expect(!access.allows([.secretary], behalf: ([.employee], false)))
    #expect(!access.allows([.employee], behalf: ([.employee, .board], false)))
    #expect(access.allows([.employee], behalf: ([.employee, .board], true)))
    #expect(!access.allows([.employee], behalf: ([.employee], true)))
  }

  @Test func `what ties an alias to a person is shown to those who hand evidence out, and to nobody else`() {
    for capacity in Capacity.allCases {
      let shows = Disclosing.mayShow(.link, to: viewer([capacity]), about: nil, author: nil)
      #expect(shows == [.auditor, .hr].contains(capacity), "\(capacity)")
    }
  }

  @Test func `an auditor reads forms and casework, an employee neither`() {
    let auditor = Viewer(person: Alias(bits: 99), alias: Alias(bits: 98), capacities: [.auditor, .employee])
    let employee = Viewer(person: Alias(bits: 97), alias: Alias(bits: 96), capacities: [.employee])
    for audience in [Audience.form, .casework, .assessment, .feedback] {
      #expect(Disclosing.mayShow(audience, to: auditor, about: Alias(bits: 96), author: Alias(bits: 95)))
      #expect(
        Disclosing.mayShow(audience, to: employee, about: Alias(bits: 96), author: Alias(bits: 95))
          == (audience == .feedback))
    }
  }
}
