/// Somebody has been told how their data is used, as the law asks (GDPR art. 13 and 14).
package struct GiveInformation: OrganisationCommand {
  package var date: CivilDate?
  package var person = PersonRef.blank
  package var version = Code.blank

  package static let purpose = Bilingual(
    da: "Registrér, at en person er oplyst om brugen af sine data.",
    en: "Record that somebody has been told about the use of their data.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date, "The day it was given, where that is not today.")
    try members("person", &person)
    try members("version", &version, "Which version of the information.")
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    // Telling somebody twice is no fault, and adds nothing.
    guard organisation.informed[person]?.contains(version) != true else { return [] }
    return [
      Proposal(
        InformationGiven(person: person, version: version), subject: person,
        effective: try context.effective(on: date))
    ]
  }
}

/// Somebody has been told about the use of their data.
package struct InformationGiven: OrganisationFact {
  package var person = Alias.none
  package var version = Code.blank

  package static let type: StaticString = "information.given.v1"
  package static let purpose = Bilingual(
    da: "En person er oplyst om brugen af sine data.",
    en: "Somebody has been told about the use of their data.")

  package init() {}
  package init(person: Alias, version: Code) {
    self.person = person
    self.version = version
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("person", &person)
    try members("version", &version)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.informed[person, default: []].insert(version)
  }
}
