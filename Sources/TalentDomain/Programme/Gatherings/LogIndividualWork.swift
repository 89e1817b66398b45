/// Records a participant's own work for the group: «Individuelt arbejde mellem hvert møde af ca. 1 dags varighed.»
package struct LogIndividualWork: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var days = Rational(0)
  package var participant = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Registrér individuelt arbejde mellem arbejdsgruppemøderne.",
    en: "Record individual work between the meetings of a work group.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which it was, if not today.")
    try members("days", &days, "How long it lasted, in quarters of a day.")
    try members("participant", &participant)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let date = date ?? context.localDate
    let cohort = try cohort.opened()
    var fact = IndividualWorkLogged()
    fact.date = date
    fact.days = days
    fact.entry = context.directory.fresh()
    for participant in try organisation.recordable([participant], context) { fact.participant = participant }
    return try fact.proposals(cohort, context)
  }
}

/// A participant has worked alone between two meetings of the work group.
package struct IndividualWorkLogged: EntryFact {
  package var date = CivilDate.blank
  package var days = Rational(0)
  package var entry = Alias.none
  package var participant = Alias.none

  package static let type: StaticString = "individual-work.logged.v1"
  package static let purpose = Bilingual(
    da: "En deltager har arbejdet individuelt mellem arbejdsgruppemøderne.",
    en: "A participant has worked individually between the meetings of the work group.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("days", &days)
    try members("entry", &entry)
    try members("participant", &participant)
  }

  package func entry(in cohort: Cohort, _ header: Header) -> Entry {
    Entry(.individualWork, entry, of: [participant], on: date, days, header)
  }
}
