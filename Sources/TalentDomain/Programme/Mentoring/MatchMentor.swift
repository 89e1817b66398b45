/// Matches a participant with a mentor from outside the own line (R15).
package struct MatchMentor: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var mentor = PersonRef.blank
  package var participant = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Giv en deltager en mentor uden for egen ledelseslinje.",
    en: "Match a participant with a mentor outside the own line.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day from which it holds, if not today.")
    try members("mentor", &mentor)
    try members("participant", &participant)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let (mentor, participant) = (try mentor.known(), try participant.known())
    var fact = MentorMatched()
    fact.date = date ?? context.localDate
    fact.match = context.directory.fresh()
    fact.mentor = mentor.alias
    fact.ownLine = organisation.areOfOneLine(mentor.person, participant.person)
    fact.participant = participant.alias
    return [
      Proposal(
        fact, subject: participant.alias, effective: try context.effective(on: date, zone: cohort.setup.zone.value))
    ]
  }
}

/// A participant has a mentor.
package struct MentorMatched: CohortFact {
  package var date = CivilDate.blank
  package var match = Alias.none
  package var mentor = Alias.none
  package var ownLine = false
  package var participant = Alias.none

  package static let type: StaticString = "mentor.matched.v1"
  package static let purpose = Bilingual(da: "En deltager har fået en mentor.", en: "A participant has a mentor.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date, "The day from which it holds.")
    try members("match", &match)
    try members("mentor", &mentor)
    try members("ownLine", &ownLine, "Whether the two are of one line: one above the other, or the centre's chief.")
    try members("participant", &participant)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.mentors.match(
      match,
      MentorMatch(id: match, participant: participant, mentor: mentor, began: date, position: header.position))
  }
}
