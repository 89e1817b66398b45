/// The executive board sends a proposal back to the HR Centre (R9).
package struct ReturnSelection: CohortCommand {
  package var cohort = Code.blank
  package var proposal = Digest.blank
  package var reasons: Text = ""

  package static let purpose = Bilingual(
    da: "Send forslaget til udvælgelse tilbage til HR-Centret.", en: "Return the proposed selection to the HR Centre.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("proposal", &proposal, "The digest of the proposal.")
    try members("reasons", &reasons, "What the board wants changed.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    var fact = SelectionReturned()
    fact.board = organisation.holds(context.principal.person, .board, in: self.cohort)
    fact.proposal = proposal
    return [
      Proposal(
        fact, sealed: [Sealed(ReturnReasons(try reasons.written("reasons")), of: .organisation)],
        cause: cohort.selection.proposal?.position)
    ]
  }
}

/// The executive board has returned a proposal.
package struct SelectionReturned: CohortFact {
  package var board = false
  package var proposal = Digest.blank

  package static let type: StaticString = "selection.returned.v1"
  package static let purpose = Bilingual(
    da: "Direktionen har sendt forslaget tilbage.", en: "The executive board has returned the proposal.")
  package static let sealed: [any SealedRecord.Type] = [ReturnReasons.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("board", &board, "Whether the one in whose name it was returned sits on the board.")
    try members("proposal", &proposal, "The digest of the proposal.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.proposal?.status = .returned
  }
}

/// What the board wants changed.
package struct ReturnReasons: SealedRecord {
  package var reasons: Text = ""

  package static let kind = SealedKind.returnReasons
  package static let retention = RetentionClass.selection
  package static let audience = Audience.casework

  package init() {}
  init(_ reasons: Text) { self.reasons = reasons }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reasons", &reasons)
  }
}
