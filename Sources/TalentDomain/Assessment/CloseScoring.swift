/// Ends the scoring, once every eligible nominee has enough full sets (R20).
package struct CloseScoring: CohortCommand {
  package var cohort = Code.blank

  package static let purpose = Bilingual(
    da: "Afslut bedømmelsen, når alle har to fulde sæt.",
    en: "Close the scoring once everybody has two full sets.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    var closed = ScoringClosed()
    let eligible = cohort.nominations.eligible
    closed.nominees = eligible.count
    if let criteria = cohort.setup.criteria {
      closed.sets = eligible.reduce(0) { $0 + cohort.assessment.fullSets(of: $1, criteria).count }
    }
    return [Proposal(closed)]
  }
}

/// Nobody scores any more.
package struct ScoringClosed: CohortFact {
  package var nominees = 0
  package var sets = 0

  package static let type: StaticString = "scoring.closed.v1"
  package static let purpose = Bilingual(
    da: "Bedømmelsen er afsluttet.",
    en: "Scoring has been closed.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominees", &nominees, "How many eligible nominees there are.")
    try members("sets", &sets, "How many full sets of scores they have.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.assessment.closed = header.position
  }
}
