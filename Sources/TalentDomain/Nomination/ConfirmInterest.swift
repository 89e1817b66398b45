/// Records that an employee wants to be nominated.
package struct ConfirmInterest: CohortCommand {
  package var cohort = Code.blank
  package var date = CivilDate.blank
  package var employee = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Registrér at medarbejderen har bekræftet sin interesse.",
    en: "Record that the employee has confirmed the interest.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day of the confirmation, today or earlier.")
    try members("employee", &employee)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let employee = try employee.known()
    return [
      Proposal(
        InterestConfirmed(employee.alias, on: date), subject: employee.alias,
        effective: try context.effective(on: date, zone: cohort.setup.zone.value))
    ]
  }
}

/// «har interesse for ledelse»
package struct InterestConfirmed: CohortFact {
  package var date = CivilDate.blank
  package var employee = Alias.none

  package static let type: StaticString = "interest.confirmed.v1"
  package static let purpose = Bilingual(
    da: "Medarbejderen har bekræftet sin interesse for talentforløbet.",
    en: "The employee has confirmed the interest in the talent programme.")

  package init() {}
  init(_ employee: Alias, on date: CivilDate) {
    self.employee = employee
    self.date = date
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("employee", &employee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.nominations.interests[employee] = date
  }
}
