/// One of the two agrees that what is said stays between them. Both do so before their first meeting (R15).
package struct AgreeConfidentiality: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var participant = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Indgå aftale om fortrolighed mellem mentor og deltager, hver for sig.",
    en: "Agree to confidentiality between mentor and participant, each for oneself.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day of the agreement, if not today.")
    try members("participant", &participant, "Whose live match it is; the one who acts, or in whose name, agrees.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let participant = try participant.known()
    let match = cohort.programme.mentors.live(of: participant.alias)
    var fact = ConfidentialityAgreed()
    switch context.principal.alias {
    case participant.alias: fact.by = .participant
    case match?.mentor: fact.by = .mentor
    default: throw .notPermitted
    }
    fact.date = date ?? context.localDate
    fact.match = match?.id ?? .none
    return [
      Proposal(
        fact, subject: participant.alias, effective: try context.effective(on: date, zone: cohort.setup.zone.value),
        cause: match?.position)
    ]
  }
}

/// One of the two has agreed to confidentiality.
package struct ConfidentialityAgreed: CohortFact {
  package var by = MatchParty.blank
  package var date = CivilDate.blank
  package var match = Alias.none

  package static let type: StaticString = "confidentiality.agreed.v1"
  package static let purpose = Bilingual(
    da: "Mentoren eller deltageren har indgået aftalen om fortrolighed.",
    en: "The mentor or the participant has agreed to confidentiality.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("by", &by)
    try members("date", &date)
    try members("match", &match)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.mentors.change(match, header) { $0.agreed[by] = date }
  }
}
