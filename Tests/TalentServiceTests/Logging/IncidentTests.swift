import TalentDomain
import Testing

@testable import TalentService

struct IncidentTests {
  private static let file =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/systemd/talentd.catalog"

  @Test func `each kind of incident has an id of its own, in systemd's form`() {
    let ids = IncidentKind.allCases.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.count == 32 && id.allSatisfy { $0.isHexDigit && !$0.isUppercase }, "\(id)") }
  }

  @Test func `the journal's catalogue is what the table says`() throws {
    let text = try #require(ConfigurationFiles.text(IncidentTests.file), "make schemas")
    #expect(text == IncidentCatalogue.text, "talentd catalogue > systemd/talentd.catalog")
  }

  @Test(arguments: IncidentKind.allCases)
  func `every kind is explained in both languages, in lines that a terminal shows`(kind: IncidentKind) {
    for words in [kind.words.subject, kind.words.text] {
      #expect(!words.da.isEmpty && !words.en.isEmpty && words.da != words.en)
      for line in (words.da + "\n" + words.en).split(separator: "\n") { #expect(line.count <= 125, "\(line)") }
    }
  }
}
