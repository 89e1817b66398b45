/// Participants were at the MBTI feedback: «en gruppetilbage melding, som ligger 6. april». There is no field for what was
/// said.
package struct AttendMBTIFeedback: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var makeUp = false
  package var participants: [PersonRef] = []

  package static let purpose = Bilingual(
    da: "Registrér deltagelse i MBTI-gruppetilbagemeldingen; resultatet registreres aldrig.",
    en: "Record attendance at the MBTI group feedback; the result is never recorded.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which it was, if not today.")
    try members("makeUp", &makeUp, "Whether it was a session of its own for those who came late to the cohort.")
    try members("participants", &participants)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let date = date ?? context.localDate
    let cohort = try cohort.opened()
    var proposals: [Proposal] = []
    for participant in try organisation.recordable(participants, context) {
      var fact = MBTIFeedbackAttended()
      fact.date = date
      fact.entry = context.directory.fresh()
      fact.hours = cohort.timeTable(on: context.localDate).mbtiFeedbackHours
      fact.makeUp = makeUp || date > cohort.setup.mbtiDate
      fact.participant = participant
      proposals += try fact.proposals(cohort, context)
    }
    return proposals
  }
}

/// A participant was at the MBTI feedback.
package struct MBTIFeedbackAttended: EntryFact {
  package var date = CivilDate.blank
  package var entry = Alias.none
  package var hours = Rational(0)
  package var makeUp = false
  package var participant = Alias.none

  package static let type: StaticString = "mbti-feedback.attended.v1"
  package static let purpose = Bilingual(
    da: "En deltager har deltaget i MBTI-gruppetilbagemeldingen.",
    en: "A participant has attended the MBTI group feedback.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("entry", &entry)
    try members("hours", &hours, "As the rule set has it.")
    try members("makeUp", &makeUp, "Whether it was a make-up session, or came after the cohort's MBTI date.")
    try members("participant", &participant)
  }

  package func entry(in cohort: Cohort, _ header: Header) -> Entry {
    Entry(.mbtiFeedback, entry, of: [participant], on: date, hours, header)
  }
}
