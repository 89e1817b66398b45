/// Records that leader and employee have talked about the programme (talentsamtale).
package struct HoldTalentConversation: CohortCommand {
  package var cohort = Code.blank
  package var date = CivilDate.blank
  package var employee = PersonRef.blank
  package var startedBy = Initiative.blank

  package static let purpose = Bilingual(
    da: "Registrér talentsamtalen mellem leder og medarbejder.",
    en: "Record the talent conversation between leader and employee.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day of the conversation, today or earlier.")
    try members("employee", &employee)
    try members("startedBy", &startedBy, "Who came to whom.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let employee = try employee.known()
    return [
      Proposal(
        TalentConversationHeld(employee.alias, TalentConversation(date, startedBy: startedBy)), subject: employee.alias,
        effective: try context.effective(on: date, zone: cohort.setup.zone.value))
    ]
  }
}

/// «tag en snak med din leder om dine muligheder»
package struct TalentConversationHeld: CohortFact {
  package var date = CivilDate.blank
  package var employee = Alias.none
  package var startedBy = Initiative.blank

  package static let type: StaticString = "talent-conversation.held.v1"
  package static let purpose = Bilingual(
    da: "Leder og medarbejder har talt om talentforløbet.",
    en: "Leader and employee have talked about the talent programme.")

  package init() {}
  init(_ employee: Alias, _ conversation: TalentConversation) {
    self.employee = employee
    date = conversation.date
    startedBy = conversation.startedBy
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("employee", &employee)
    try members("startedBy", &startedBy)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.nominations.conversations[employee] = Conversation(date: date, startedBy: startedBy)
  }
}
