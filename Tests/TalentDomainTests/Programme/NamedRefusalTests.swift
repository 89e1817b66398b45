import TalentDomain
import Testing

struct NamedRefusalTests {
  @Test(arguments: NamedRefusal.all.keys.sorted())
  func `each is refused by its rule, in Danish and in English, and changes nothing`(_ name: String) throws {
    let refusal = try #require(NamedRefusal.all[name])
    var it = try refusal.begin()
    let before = it.cohort.revision
    let verdict = try refusal.attempt(&it)
    #expect(verdict.rules.first == refusal.rule)
    #expect(verdict.findings.first?.problem == Bilingual(da: refusal.da, en: refusal.en))
    #expect(verdict.findings.allSatisfy { !$0.remedy.da.isEmpty && !$0.remedy.en.isEmpty })
    #expect(verdict.events.isEmpty)
    #expect(it.cohort.revision == before)
  }

  @Test func `after a certificate the refusal says that revocation comes first`() throws {
    let refusal = try #require(NamedRefusal.all["a correction of what a certificate rests on"])
    var it = try refusal.begin()
    let remedy = try #require(try refusal.attempt(&it).findings.first?.remedy)
    #expect(remedy.da.hasPrefix("Tilbagekald deltagerbeviset først"))
    #expect(remedy.en.hasPrefix("Revoke the certificate first"))
  }
}
