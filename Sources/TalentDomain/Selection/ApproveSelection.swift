/// The executive board's approval, recorded by one of its members or its secretary from the minutes (R9).
package struct ApproveSelection: CohortCommand {
  package var cohort = Code.blank
  package var journal: Line?
  package var meeting = BoardMeeting()
  package var minutes = Digest.blank
  package var present: [PersonRef] = []
  package var proposal = Digest.blank

  package static let purpose = Bilingual(
    da: "Registrér direktionens godkendelse af udvælgelsen efter beslutningsreferatet.",
    en: "Record the executive board's approval of the selection from its minutes.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("journal", &journal, "The case number of the minutes.")
    try members("meeting", &meeting)
    try members("minutes", &minutes, "SHA-256 of the minutes (beslutningsreferat).")
    try members("present", &present, "Those whom the minutes name as present.")
    try members("proposal", &proposal, "The digest of the proposal that was approved.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let principal = context.principal
    var fact = SelectionApproved()
    fact.present = try aliases(present, named: "present")
    fact.members = present.filter { organisation.holds($0.person, .board, in: self.cohort) }.map(\.alias)
    fact.meeting = meeting.date
    fact.member = principal.alias
    fact.minutes = minutes
    fact.proposal = proposal
    fact.led = organisation.led(
      among: cohort.selection.proposal?.nominees ?? [], by: [principal.person], context.directory)
    return [
      Proposal(
        fact, effective: try context.effective(on: meeting.date, zone: cohort.setup.zone.value),
        sealed: [Sealed(MinutesReference(meeting.title, journal), of: .organisation)],
        cause: cohort.selection.proposal?.position)
    ]
  }
}

/// The meeting at which something was decided.
package struct BoardMeeting: Record {
  package var date = CivilDate.blank
  package var title: Line = ""

  package init() {}
  package init(date: CivilDate, title: Line) {
    self.date = date
    self.title = title
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("title", &title)
  }
}

/// The executive board has approved a proposal.
package struct SelectionApproved: CohortFact {
  package var led: [Alias] = []
  package var meeting = CivilDate.blank
  package var member = Alias.none
  package var members: [Alias] = []
  package var minutes = Digest.blank
  package var present: [Alias] = []
  package var proposal = Digest.blank

  package static let type: StaticString = "selection.approved.v1"
  package static let purpose = Bilingual(
    da: "Direktionen har godkendt udvælgelsen.", en: "The executive board has approved the selection.")
  package static let sealed: [any SealedRecord.Type] = [MinutesReference.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("led", &led, "The nominees whom the approving member leads (R19).")
    try members("meeting", &meeting, "The date of the meeting.")
    try members("member", &member, "The member in whose name it is recorded.")
    try members("members", &self.members, "Those of the present who sit on the board.")
    try members("minutes", &minutes, "SHA-256 of the minutes.")
    try members("present", &present, "Those present at the meeting.")
    try members("proposal", &proposal, "The digest of the approved proposal.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.proposal?.status = .approved
    cohort.selection.approved = header.position
    cohort.selection.reserve = cohort.selection.proposal?.reserve ?? []
  }
}

/// Where the minutes are to be found.
package struct MinutesReference: SealedRecord {
  package var journal: Line?
  package var meeting: Line = ""

  package static let kind = SealedKind.minutesReference
  package static let retention = RetentionClass.selection
  package static let audience = Audience.casework

  package init() {}
  init(_ meeting: Line, _ journal: Line?) {
    self.meeting = meeting
    self.journal = journal
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("journal", &journal, "The case number of the minutes.")
    try members("meeting", &meeting, "The title of the meeting.")
  }
}
