/// The HR Centre proposes who gets a seat, who stands in reserve and who does not (R9).
package struct ProposeSelection: CohortCommand {
  package var cohort = Code.blank
  package var departures: [DepartureGiven]?
  package var note: Text?
  package var reasons: [ReasonsGiven]?
  package var reserve: [PersonRef] = []
  package var selected: [PersonRef] = []

  package static let purpose = Bilingual(
    da: "Foreslå udvælgelsen: pladser, rangordnet reserveliste og begrundelser.",
    en: "Propose the selection: seats, ranked reserve and reasons.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("departures", &departures, "The ground of each departure from the ranking.")
    try members("note", &note, "A note on the whole, for the board.")
    try members("reasons", &reasons, "Why a nominee was or was not chosen, for the casework.")
    try members("reserve", &reserve, "The reserve, best first.")
    try members("selected", &selected, "Those proposed for a seat.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    guard !selected.isEmpty else { throw .invalid(Fault(.missing, at: ["selected"])) }
    var proposal = SelectionProposal()
    proposal.selected = try aliases(selected, named: "selected")
    proposal.reserve = try aliases(reserve, named: "reserve")
    let placed = Set(proposal.selected + proposal.reserve)
    guard placed.count == selected.count + reserve.count else {
      throw .invalid(Fault(.expected("nominees that are not among the selected"), at: ["reserve"]))
    }
    proposal.rest = cohort.rankedEligible.filter { !placed.contains($0) }
    proposal.number = cohort.selection.proposals + 1
    // Where there is no ranking yet, S2 refuses; the blank digest never reaches a log.
    proposal.ranking = cohort.assessment.ranking?.inputDigest ?? .blank

    let everyone = placed.union(proposal.rest)
    let grounds = departures ?? []
    proposal.departures = try aliases(grounds.map(\.nominee), named: "departures")
    let reasoned = reasons ?? []
    _ = try aliases(reasoned.map(\.nominee), named: "reasons")
    var sealed: [Sealed] = []
    for (index, given) in grounds.enumerated() {
      guard everyone.contains(given.nominee.alias) else { throw .notFound }
      let ground = try given.ground.written("departures", String(index + 1), "ground")
      sealed.append(Sealed(DepartureGround(given.nominee.alias, ground), of: given.nominee.person))
    }
    for (index, given) in reasoned.enumerated() {
      guard everyone.contains(given.nominee.alias) else { throw .notFound }
      let text = try given.text.written("reasons", String(index + 1), "text")
      sealed.append(Sealed(SelectionReasons(given.nominee.alias, text), of: given.nominee.person))
    }
    if let note { sealed.append(Sealed(ProposalNote(try note.written("note")), of: .organisation)) }

    var fact = SelectionProposed()
    fact.proposal = proposal
    fact.digest = context.directory.digest(proposal.canonical)
    fact.led = organisation.led(
      among: proposal.nominees, by: [context.person, context.principal.person], context.directory)
    return [Proposal(fact, sealed: sealed)]
  }
}

/// The ground on which a proposal departs from the ranking at one nominee.
package struct DepartureGiven: Record {
  package var ground: Text = ""
  package var nominee = PersonRef.blank

  package init() {}
  package init(_ nominee: PersonRef, ground: Text) {
    self.nominee = nominee
    self.ground = ground
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
    try members("nominee", &nominee)
  }
}

/// Why one nominee was or was not chosen.
package struct ReasonsGiven: Record {
  package var nominee = PersonRef.blank
  package var text: Text = ""

  package init() {}
  package init(_ nominee: PersonRef, text: Text) {
    self.nominee = nominee
    self.text = text
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee)
    try members("text", &text)
  }
}
