/// Makes somebody an assessor (bedømmer) of nominees.
package struct AssignAssessor: CohortCommand {
  package var assessor = PersonRef.blank
  package var cohort = Code.blank
  package var nominees: [PersonRef] = []

  package static let purpose = Bilingual(
    da: "Udpeg en bedømmer for bestemte indstillede, eller for alle som bedømmeren er habil over for.",
    en: "Assign an assessor to certain nominees, or to all towards whom the assessor is impartial.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessor", &assessor)
    try members("cohort", &cohort)
    try members(
      "nominees", &nominees,
      "An empty list means all eligible ones, but for those that the assessor may not assess (R19).")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let assessor = try assessor.known()
    var assigned = AssessorAssigned()
    assigned.assessor = assessor.alias
    if nominees.isEmpty {
      assigned.nominees = cohort.nominations.eligible.filter { nominee in
        let person = context.directory.person(behind: nominee) ?? .none
        return nominee != assessor.alias && !organisation.leads(assessor.person, person)
          && !cohort.assessment.isBarred(assessor.alias, from: nominee)
          && !cohort.assessment.assigned[nominee, default: []].contains(assessor.alias)
      }
    } else {
      for nominee in nominees {
        let nominee = try nominee.known()
        assigned.nominees.append(nominee.alias)
        if organisation.leads(assessor.person, nominee.person) { assigned.led.append(nominee.alias) }
      }
    }
    return [Proposal(assigned, subject: assessor.alias)]
  }
}

/// Somebody has been made an assessor.
package struct AssessorAssigned: CohortFact {
  package var assessor = Alias.none
  package var led: [Alias] = []
  package var nominees: [Alias] = []

  package static let type: StaticString = "assessor.assigned.v1"
  package static let purpose = Bilingual(
    da: "En bedømmer er udpeget.",
    en: "An assessor has been assigned.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessor", &assessor)
    try members("led", &led, "Those of the nominees whose leader the assessor is (R19).")
    try members("nominees", &nominees)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    for nominee in nominees where !cohort.assessment.assigned[nominee, default: []].contains(assessor) {
      cohort.assessment.assigned[nominee, default: []].append(assessor)
    }
  }
}
