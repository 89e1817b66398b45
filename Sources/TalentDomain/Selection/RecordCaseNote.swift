/// What the HR Centre learned or weighed orally, put on record (notatpligt).
package struct RecordCaseNote: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var nominee: PersonRef?
  package var text: Text = ""

  package static let purpose = Bilingual(
    da: "Skriv et notat på sagen (notatpligt).", en: "Put a note on the case (duty to record).")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which it was learned, if not today.")
    try members("nominee", &nominee, "Whom it concerns; absent where it concerns the cohort.")
    try members("text", &text)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let about = try nominee?.known()
    var fact = CaseNoteRecorded()
    fact.nominee = about?.alias
    return [
      Proposal(
        fact, subject: about?.alias, effective: try context.effective(on: date, zone: cohort.setup.zone.value),
        sealed: [Sealed(CaseNote(try text.written("text")), of: about?.person ?? .organisation)])
    ]
  }
}

/// A note was put on the case.
package struct CaseNoteRecorded: CohortFact {
  package var nominee: Alias?

  package static let type: StaticString = "case-note.recorded.v1"
  package static let purpose = Bilingual(
    da: "Et notat er skrevet på sagen (notatpligt).", en: "A note was put on the case (duty to record).")
  package static let sealed: [any SealedRecord.Type] = [CaseNote.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee, "Absent where it concerns the cohort as a whole.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.caseNotes += 1
  }
}

/// The words of a note.
package struct CaseNote: SealedRecord {
  package var text: Text = ""

  package static let kind = SealedKind.caseNote
  package static let retention = RetentionClass.selection
  package static let audience = Audience.casework

  package init() {}
  init(_ text: Text) { self.text = text }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("text", &text)
  }
}
