/// The HR Centre has proposed a selection.
package struct SelectionProposed: CohortFact {
  package var digest = Digest.blank
  package var led: [Alias] = []
  package var proposal = SelectionProposal()

  package static let type: StaticString = "selection.proposed.v1"
  package static let purpose = Bilingual(
    da: "HR-Centret har foreslået en udvælgelse.", en: "The HR Centre has proposed a selection.")
  package static let sealed: [any SealedRecord.Type] = [
    DepartureGround.self, SelectionReasons.self, ProposalNote.self,
  ]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("digest", &digest, "SHA-256 of the canonical bytes of `proposal`: what an approval names.")
    try members("led", &led, "The nominees whom the proposer leads (R19).")
    try members("proposal", &proposal)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.proposals = proposal.number
    cohort.selection.proposal = ProposalState(
      digest: digest, proposer: header.principal, recorder: header.actor, position: header.position,
      date: header.localDate, ranking: proposal.ranking, selected: proposal.selected, reserve: proposal.reserve,
      rest: proposal.rest, departures: proposal.departures, status: .proposed)
  }
}

/// What is proposed, exactly: the part of the fact that its digest covers.
package struct SelectionProposal: Record {
  package var departures: [Alias] = []
  package var number = 0
  package var ranking = Digest.blank
  package var reserve: [Alias] = []
  package var rest: [Alias] = []
  package var selected: [Alias] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("departures", &departures, "Nominees with a ground for departing from the ranking.")
    try members("number", &number, "The first, second, … proposal of the cohort.")
    try members("ranking", &ranking, "The digest of the input of the ranking that it rests on.")
    try members("reserve", &reserve, "The reserve, best first.")
    try members("rest", &rest, "All other eligible nominees.")
    try members("selected", &selected, "Those proposed for a seat.")
  }

  /// Everyone whom it concerns.
  package var nominees: [Alias] { selected + reserve + rest }
}

/// The ground of one departure from the ranking, shown to the board and the auditor.
package struct DepartureGround: SealedRecord {
  package var ground: Text = ""
  package var nominee = Alias.none

  package static let kind = SealedKind.departureGround
  package static let retention = RetentionClass.selection
  package static let audience = Audience.casework

  package init() {}
  init(_ nominee: Alias, _ ground: Text) {
    self.nominee = nominee
    self.ground = ground
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
    try members("nominee", &nominee)
  }
}

/// Why one nominee was or was not chosen.
package struct SelectionReasons: SealedRecord {
  package var nominee = Alias.none
  package var reasons: Text = ""

  package static let kind = SealedKind.selectionReasons
  package static let retention = RetentionClass.selection
  package static let audience = Audience.casework

  package init() {}
  init(_ nominee: Alias, _ reasons: Text) {
    self.nominee = nominee
    self.reasons = reasons
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee)
    try members("reasons", &reasons)
  }
}

/// The HR Centre's note to the board on a proposal as a whole.
package struct ProposalNote: SealedRecord {
  package var note: Text = ""

  package static let kind = SealedKind.proposalNote
  package static let retention = RetentionClass.selection
  package static let audience = Audience.casework

  package init() {}
  init(_ note: Text) { self.note = note }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("note", &note)
  }
}
