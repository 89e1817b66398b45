/// Participant and host agree on an internship (praktik), 2–3 days in January.
package struct AgreeInternship: CohortCommand {
  package var cohort = Code.blank
  package var days = Rational(0)
  package var from = CivilDate.blank
  package var host = PersonRef.blank
  package var participant = PersonRef.blank
  package var to = CivilDate.blank

  package static let purpose = Bilingual(
    da: "Registrér en aftale om praktik mellem deltager og praktikvært.",
    en: "Record an internship agreed between participant and host.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("days", &days, "How many days in all, in half days.")
    try members("from", &from, "The first day of the period.")
    try members("host", &host, "A leader.")
    try members("participant", &participant)
    try members("to", &to, "The last day of the period.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    _ = try cohort.opened()
    let (host, participant) = (try host.known(), try participant.known())
    guard organisation.mayRecord(between: participant, host.alias, context) else { throw .notPermitted }
    var fact = InternshipAgreed()
    fact.agreement = context.directory.fresh()
    fact.days = days
    fact.from = from
    fact.host = host.alias
    fact.leads = host.person != participant.person && organisation.isLeading(host.person)
    fact.participant = participant.alias
    fact.to = to
    return [Proposal(fact, subject: participant.alias)]
  }
}

/// An internship has been agreed.
package struct InternshipAgreed: CohortFact {
  package var agreement = Alias.none
  package var days = Rational(0)
  package var from = CivilDate.blank
  package var host = Alias.none
  package var leads = false
  package var participant = Alias.none
  package var to = CivilDate.blank

  package static let type: StaticString = "internship.agreed.v1"
  package static let purpose = Bilingual(
    da: "Deltager og praktikvært har aftalt praktik.", en: "Participant and host have agreed on an internship.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("agreement", &agreement)
    try members("days", &days)
    try members("from", &from, "The first day of the period.")
    try members("host", &host)
    try members("leads", &leads, "Whether the host leads somebody, or is a centre's chief or deputy.")
    try members("participant", &participant)
    try members("to", &to, "The last day of the period.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.internships.agree(
      InternshipAgreement(
        id: agreement, participant: participant, host: host, from: from, to: to, days: days, recorded: header.recorded,
        position: header.position))
  }
}
