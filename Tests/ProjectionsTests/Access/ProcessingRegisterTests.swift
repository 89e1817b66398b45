import TalentDomain
import Testing

@testable import Projections

struct ProcessingRegisterTests {
  private static let register = ProcessingRegister(DataController(), made: .blank) { _ in
    [Bilingual(da: "3 år", en: "3 years")]
  }

  @Test func `every sealed record stands in the register once, with its words, and every class with its purpose`() {
    let kinds = ProcessingRegisterTests.register.activities.flatMap { $0.data.map(\.kind.value) }
    #expect(kinds.sorted() == (SealedKind.allCases.map(\.rawValue) + ["event-log"]).sorted())
    #expect(Set(ProcessingRegisterTests.register.activities.map(\.kind)) == Set(RetentionClass.allCases))
    for activity in ProcessingRegisterTests.register.activities {
      #expect(!activity.periods.isEmpty)
      for words in [activity.name, activity.purpose, activity.basis, activity.people] {
        #expect(!words.da.value.isEmpty && !words.en.value.isEmpty)
      }
      for data in activity.data {
        #expect(!data.what.da.value.isEmpty && !data.what.en.value.isEmpty, "\(data.kind.value)")
        #expect(data.kind == "event-log" || !data.fields.isEmpty, "\(data.kind.value)")
      }
    }
  }

  @Test func `recipients are those whom the table of disclosures names`() throws {
    for activity in ProcessingRegisterTests.register.activities {
      for data in activity.data {
        guard let kind = SealedKind(rawValue: data.kind.value) else { continue }
        #expect(data.recipients.count == kind.row.offices.count + kind.row.relations.count, "\(kind)")
      }
    }
  }
}
