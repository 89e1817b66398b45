/// The HR Centre registers an experienced leader as a mentor (R15).
package struct RegisterMentor: CohortCommand {
  package var cohort = Code.blank
  package var mentor = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Registrér en erfaren leder som mentor.", en: "Register an experienced leader as a mentor.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("mentor", &mentor)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    _ = try cohort.opened()
    let mentor = try mentor.known()
    var fact = MentorRegistered()
    fact.leads = organisation.isExperienced(mentor.person)
    fact.mentor = mentor.alias
    return [Proposal(fact, subject: mentor.alias)]
  }
}

/// Somebody may be matched as a mentor.
package struct MentorRegistered: CohortFact {
  package var leads = false
  package var mentor = Alias.none

  package static let type: StaticString = "mentor.registered.v1"
  package static let purpose = Bilingual(
    da: "En erfaren leder er registreret som mentor.", en: "An experienced leader has been registered as a mentor.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("leads", &leads, "Whether the mentor leads or has led, by the personnel register.")
    try members("mentor", &mentor)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.mentors.registered.insert(mentor)
  }
}
