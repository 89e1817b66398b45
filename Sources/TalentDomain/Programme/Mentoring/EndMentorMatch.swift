/// Ends the match of a participant and a mentor.
package struct EndMentorMatch: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var ground = MatchEndGround.blank
  package var participant = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Afslut en deltagers forløb med sin mentor.", en: "End a participant's match with the mentor.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "Its last day, if not today.")
    try members("ground", &ground)
    try members("participant", &participant, "Whose live match is ended.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let participant = try participant.known()
    let match = cohort.programme.mentors.live(of: participant.alias)
    guard organisation.mayRecord(between: participant, match?.mentor, context) else { throw .notPermitted }
    var fact = MentorMatchEnded()
    fact.date = date ?? context.localDate
    fact.ground = ground
    fact.match = match?.id ?? .none
    return [
      Proposal(
        fact, subject: participant.alias, effective: try context.effective(on: date, zone: cohort.setup.zone.value),
        cause: match?.position)
    ]
  }
}

/// A match has ended; nothing is said of why beyond one word.
package struct MentorMatchEnded: CohortFact {
  package var date = CivilDate.blank
  package var ground = MatchEndGround.blank
  package var match = Alias.none

  package static let type: StaticString = "mentor-match.ended.v1"
  package static let purpose = Bilingual(
    da: "En deltagers forløb med sin mentor er slut.", en: "A participant's match with the mentor has ended.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date, "Its last day.")
    try members("ground", &ground)
    try members("match", &match)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.mentors.change(match, header) { $0.ended = date }
  }
}

/// Why a match ended.
package enum MatchEndGround: String, Choice {
  case agreed, leftPost, other, wish

  package var label: Bilingual {
    switch self {
    case .agreed: Bilingual(da: "aftalt afslutning", en: "ended as agreed")
    case .leftPost: Bilingual(da: "mentoren er fratrådt", en: "the mentor left the post")
    case .other: Bilingual(da: "andet", en: "other")
    case .wish: Bilingual(da: "ønske fra en af parterne", en: "the wish of one of the two")
    }
  }
}
