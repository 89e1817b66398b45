/// Somebody moves, gets another leader, or turns out to have held a leadership post.
package struct RecordEmployment: OrganisationCommand {
  package var centre = Line("")
  package var date: CivilDate?
  package var hasLed = false
  package var leader: PersonRef?
  package var person = PersonRef.blank
  package var profession = Line("")
  package var workplace = Line("")

  package static let purpose = Bilingual(
    da: "Registrér en medarbejders ansættelse.",
    en: "Record somebody's employment.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre, "The centre's name; it must be registered.")
    try members("date", &date, "The day it took effect, where that is not today.")
    try members("hasLed", &hasLed, "Whether the person has ever held a leadership post (R3).")
    try members("leader", &leader)
    try members("person", &person)
    try members("profession", &profession)
    try members("workplace", &workplace)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    let given = EmploymentGiven(
      centre: centre, workplace: workplace, profession: profession, leader: leader, hasLed: hasLed)
    let employee = try given.employee(context.directory)
    guard organisation.people[person] != employee else { return [] }
    return [given.proposal(person, employee, effective: try context.effective(on: date))]
  }
}

/// An employment as commands give it, in names.
struct EmploymentGiven {
  let centre: Line
  let workplace: Line
  let profession: Line
  let leader: PersonRef?
  let hasLed: Bool

  /// The same in ids. A leader or a centre that is not registered is the command's fault.
  func employee(_ directory: any Directory) throws(Refusal) -> Employee {
    guard let centre = directory.centre(named: centre.value) else {
      throw .invalid(Fault(.expected("the name of a centre that is registered"), at: ["centre"]))
    }
    if let leader, leader.person == .none {
      throw .invalid(Fault(.expected("the number of an employee who is registered"), at: ["leader"]))
    }
    return Employee(
      centre: centre, workplace: directory.workplace(named: workplace.value),
      profession: directory.profession(named: profession.value), leader: leader?.person, hasLed: hasLed)
  }

  func proposal(_ person: Alias, _ employee: Employee, effective: Instant? = nil) -> Proposal {
    let names = EmploymentNames(profession: profession, workplace: workplace)
    return Proposal(
      EmploymentRecorded(person, employee), subject: person, effective: effective, sealed: [Sealed(names, of: person)])
  }
}
