import TalentDomain
import Testing

@testable import Projections

struct OwnEventTests {
  @Test func `every type of a cohort's events is in the table once`() {
    let tables = [OwnEvents.always, OwnEvents.onceTold, OwnEvents.never]
    for fact in FactRegistry.cohort {
      #expect(tables.count { $0.contains("\(fact.type)") } == 1, "\(fact.type)")
    }
    #expect(tables.map(\.count).reduce(0, +) == FactRegistry.cohort.count)
  }
}
