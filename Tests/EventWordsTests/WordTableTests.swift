import TalentDomain
import Testing

@testable import EventWords

/// Whoever adds a member to a fact adds its words.
struct WordTableTests {
  private static let records: [RecordShape] =
    EventType.all.values.flatMap { type in
      ([type.facts] + type.sealed.values).flatMap { nested(in: .record($0)) }
    } + EventType.links.values

  private static func nested(in shape: Shape) -> [RecordShape] {
    switch shape {
    case .record(let record): [record] + record.members.flatMap { nested(in: $0.shape) }
    case .list(let element, _): nested(in: element)
    default: []
    }
  }

  private static func choices(in shape: Shape) -> [(String, String)] {
    switch shape {
    case .choice(let type, let words): words.map { (type, $0) }
    case .list(let element, _): choices(in: element)
    default: []
    }
  }

  @Test func `every member of every fact and sealed record has its words`() {
    #expect(WordTableTests.records.count > 100)
    let missing = WordTableTests.records.flatMap { record in
      record.members.filter { WordTable.labels.entry(record.name, $0.name) == nil }.map { "\(record.name).\($0.name)" }
    }
    #expect(Set(missing).sorted() == [])
  }

  @Test func `every word that a fact chooses has its words`() {
    let missing = WordTableTests.records.flatMap { record in
      record.members.flatMap { WordTableTests.choices(in: $0.shape) }
        .filter { WordTable.choices.entry($0.0, $0.1) == nil }.map { "\($0.0).\($0.1)" }
    }
    #expect(Set(missing).sorted() == [])
  }

  @Test func `every sealed record has a name`() {
    let names = EventType.all.values.flatMap(\.sealed.keys) + EventType.links.keys
    #expect(names.filter { WordTable.labels.entry("", $0) == nil } == [])
  }
}
