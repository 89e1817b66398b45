/// Records a day, or half a day, of internship.
package struct LogInternshipDay: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var days = Rational(1)
  package var participant = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Registrér en hel eller halv praktikdag.", en: "Record a whole or half day of internship.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which it was, if not today.")
    try members("days", &days, "1 or 1/2.")
    try members("participant", &participant)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let date = date ?? context.localDate
    let cohort = try cohort.opened()
    let participant = try participant.known()
    let agreement = cohort.programme.internships.agreement(
      of: participant.alias, on: date, recordedBy: context.principal.alias)
    guard organisation.mayRecord(between: participant, agreement?.host, context) else { throw .notPermitted }
    // Before it is added to anything: the sum of an absurd number would overflow.
    if let finding = notAnInternshipDay(days) { throw .rule(finding) }
    var fact = InternshipDayLogged()
    fact.agreement = agreement?.id ?? .none
    fact.date = date
    fact.days = days
    fact.entry = context.directory.fresh()
    fact.participant = participant.alias
    return try fact.proposals(cohort, context)
  }
}

/// A participant has followed a leader for a day or half of one.
package struct InternshipDayLogged: EntryFact {
  package var agreement = Alias.none
  package var date = CivilDate.blank
  package var days = Rational(0)
  package var entry = Alias.none
  package var participant = Alias.none

  package static let type: StaticString = "internship-day.logged.v1"
  package static let purpose = Bilingual(
    da: "En deltager har været i praktik en hel eller halv dag.",
    en: "A participant has spent a whole or half day of internship.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("agreement", &agreement)
    try members("date", &date)
    try members("days", &days, "1 or 1/2.")
    try members("entry", &entry)
    try members("participant", &participant)
  }

  package func entry(in cohort: Cohort, _ header: Header) -> Entry {
    Entry(
      .internshipDay, entry, of: [participant], on: date, days,
      counterpart: cohort.programme.internships.agreements[agreement]?.host, header)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.record(entry(in: cohort, header))
    cohort.programme.internships.days[entry] = agreement
  }
}
