/// Somebody is known to the system, or goes by another name than before: the newest of these events holds the name.
package struct PersonRegistered: OrganisationFact {
  package var person = Alias.none

  package static let type: StaticString = "person.registered.v1"
  package static let purpose = Bilingual(
    da: "En medarbejder er oprettet, eller vedkommendes navn er rettet.",
    en: "An employee has been registered, or the name brought up to date.")
  package static let sealed: [any SealedRecord.Type] = [PersonName.self]

  package init() {}
  package init(person: Alias) { self.person = person }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("person", &person)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.named[person] = header.position
  }
}

/// What a person is called, and the number by which commands name that person.
package struct PersonName: SealedRecord {
  package var email: Line?
  package var name = Line("")
  package var number = Line("")

  package static let kind = SealedKind.personName
  package static let retention = RetentionClass.employment
  package static let audience = Audience.staff

  package init() {}
  package init(name: Line, number: Line, email: Line?) {
    self.email = email
    self.name = name
    self.number = number
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("email", &email)
    try members("name", &name)
    try members("number", &number, "The employee number.")
  }
}

/// Where somebody works, under whom, and whether that person has ever held a leadership post (R3).
package struct EmploymentRecorded: OrganisationFact {
  package var centre = Alias.none
  package var hasLed = false
  package var leader: Alias?
  package var person = Alias.none
  package var profession = Alias.none
  package var workplace = Alias.none

  package static let type: StaticString = "employment.recorded.v1"
  package static let purpose = Bilingual(
    da: "En medarbejders ansættelse: center, arbejdsplads, faglig baggrund og nærmeste leder.",
    en: "Somebody's employment: centre, workplace, profession and immediate leader.")
  package static let sealed: [any SealedRecord.Type] = [EmploymentNames.self]

  package init() {}
  package init(_ person: Alias, _ employee: Employee) {
    centre = employee.centre
    hasLed = employee.hasLed
    leader = employee.leader
    self.person = person
    profession = employee.profession
    workplace = employee.workplace
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre)
    try members("hasLed", &hasLed, "Whether the person has ever held a leadership post (R3).")
    try members("leader", &leader, "The immediate leader.")
    try members("person", &person)
    try members("profession", &profession)
    try members("workplace", &workplace)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.employ(
      person,
      as: Employee(centre: centre, workplace: workplace, profession: profession, leader: leader, hasLed: hasLed))
    organisation.employed[person] = header.position
  }
}

/// The names of a workplace and a profession: a small workplace could give away who is meant, so they are sealed.
package struct EmploymentNames: SealedRecord {
  package var profession = Line("")
  package var workplace = Line("")

  package static let kind = SealedKind.employmentNames
  package static let retention = RetentionClass.employment
  package static let audience = Audience.staff

  package init() {}
  package init(profession: Line, workplace: Line) {
    self.profession = profession
    self.workplace = workplace
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("profession", &profession)
    try members("workplace", &workplace)
  }
}
