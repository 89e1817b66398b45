package import TalentDomain

/// A type of event: its words, and the form of its facts and of what is sealed beside it.
package struct EventType: Sendable {
  package let name: String
  package let purpose: Bilingual
  package let facts: RecordShape
  package let sealed: [String: RecordShape]

  private init<F: Fact>(_: F.Type) {
    name = "\(F.type)"
    purpose = F.purpose
    facts = F.recordShape
    var sealed: [String: RecordShape] = [:]
    for record in F.sealed { sealed[record.name] = record.recordShape }
    self.sealed = sealed
  }

  package static let all: [String: EventType] = {
    var all: [String: EventType] = [:]
    for type in FactRegistry.all {
      let type = EventType(type)
      all[type.name] = type
    }
    return all
  }()

  /// Which alias is whom and which code is what: these may stand beside any event of a cohort.
  package static let links: [String: RecordShape] = [
    PersonLink.name: PersonLink.recordShape, CodeLink.name: CodeLink.recordShape,
  ]
}
