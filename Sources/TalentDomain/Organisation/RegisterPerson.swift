/// An employee as a row of the personnel register shows one. Sent again, it records what has changed since, if anything.
package struct RegisterPerson: OrganisationCommand {
  package var centre = Line("")
  package var email: Line?
  package var hasLed = false
  package var leader: PersonRef?
  package var name = Line("")
  package var number = Line("")
  package var profession = Line("")
  package var workplace = Line("")

  package static let purpose = Bilingual(
    da: "Opret en medarbejder, eller ajourfør, hvad personaleregistret siger.",
    en: "Register an employee, or bring up to date what the personnel register says.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre, "The centre's name; it must be registered.")
    try members("email", &email)
    try members("hasLed", &hasLed, "Whether the person has ever held a leadership post (R3).")
    try members("leader", &leader, "The immediate leader, who must be registered.")
    try members("name", &name)
    try members("number", &number, "The employee number.")
    try members("profession", &profession)
    try members("workplace", &workplace)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    try number.checkedAsNumber()
    let given = EmploymentGiven(
      centre: centre, workplace: workplace, profession: profession, leader: leader, hasLed: hasLed)
    let employee = try given.employee(context.directory)
    let name = PersonName(name: name, number: number, email: email)
    let known = context.directory.person(number: number.value)
    let person = known ?? context.directory.fresh()

    var proposals: [Proposal] = []
    let nameBefore = organisation.named[person].flatMap { context.directory.opened(PersonName.self, at: $0) }
    if name != nameBefore {
      proposals.append(Proposal(PersonRegistered(person: person), subject: person, sealed: [Sealed(name, of: person)]))
    }
    if organisation.people[person] != employee {
      proposals.append(given.proposal(person, employee))
    }
    return proposals
  }
}

extension Line {
  /// An employee number must be something that a reference to a person can hold.
  fileprivate func checkedAsNumber() throws(Refusal) {
    guard value.utf8.count <= 64, value.utf8.allSatisfy({ $0 > 0x20 }) else {
      throw .invalid(Fault(.expected("an employee number without spaces, at most 64 characters"), at: ["number"]))
    }
  }
}
