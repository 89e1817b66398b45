/// Participants have answered the MBTI questionnaire: «Deltager skal elektronisk besvares en række spørgsmål». There is no
/// field for what came of it.
package struct CompleteMBTIQuestionnaire: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var participants: [PersonRef] = []

  package static let purpose = Bilingual(
    da: "Registrér at MBTI-spørgeskemaet er besvaret; resultatet registreres aldrig.",
    en: "Record that the MBTI questionnaire has been answered; the result is never recorded.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which it was, if not today.")
    try members("participants", &participants)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let date = date ?? context.localDate
    let cohort = try cohort.opened()
    var proposals: [Proposal] = []
    for participant in try organisation.recordable(participants, context) {
      var fact = MBTIQuestionnaireCompleted()
      fact.date = date
      fact.entry = context.directory.fresh()
      fact.hours = cohort.timeTable(on: context.localDate).mbtiQuestionnaireHours
      fact.participant = participant
      proposals += try fact.proposals(cohort, context)
    }
    return proposals
  }
}

/// A participant has answered the MBTI questionnaire.
package struct MBTIQuestionnaireCompleted: EntryFact {
  package var date = CivilDate.blank
  package var entry = Alias.none
  package var hours = Rational(0)
  package var participant = Alias.none

  package static let type: StaticString = "mbti-questionnaire.completed.v1"
  package static let purpose = Bilingual(
    da: "En deltager har besvaret MBTI-spørgeskemaet.", en: "A participant has answered the MBTI questionnaire.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("entry", &entry)
    try members("hours", &hours, "As the rule set has it.")
    try members("participant", &participant)
  }

  package func entry(in cohort: Cohort, _ header: Header) -> Entry {
    Entry(.mbtiQuestionnaire, entry, of: [participant], on: date, hours, header)
  }
}
