/// Somebody has been given everything that the record knows of them (GDPR art. 15). It is no look like others: it answers a
/// request that the law gives a time for, also where people ask for themselves, which leaves no trace otherwise.
package struct AccessDocumentGiven: RecordFact {
  package var person = Alias.none

  package static let type: StaticString = "access-document.given.v1"
  package static let purpose = Bilingual(
    da: "En person har fået indsigt i alt om sig selv.",
    en: "Somebody was given access to all about themselves.")

  package init() {}
  package init(person: Alias) { self.person = person }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("person", &person, "By the id in the organisation's stream.")
  }
}
