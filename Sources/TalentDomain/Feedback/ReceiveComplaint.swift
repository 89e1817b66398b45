/// A nominee complains of how the case was handled; whoever receives the complaint puts it on record.
package struct ReceiveComplaint: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var nominee = PersonRef.blank
  package var text: Text = ""

  package static let purpose = Bilingual(
    da: "Registrér en klage fra en indstillet.", en: "Record a nominee's complaint.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which it arrived, if not today.")
    try members("nominee", &nominee)
    try members("text", &text)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let nominee = try nominee.known()
    guard cohort.nominations.forms.values.contains(where: { $0.nominee == nominee.alias }) else { throw .notFound }
    var fact = ComplaintReceived()
    fact.nominee = nominee.alias
    return [
      Proposal(
        fact, subject: fact.nominee, effective: try context.effective(on: date, zone: cohort.setup.zone.value),
        sealed: [Sealed(Complaint(try text.written("text")), of: nominee.person)])
    ]
  }
}

/// A complaint was received.
package struct ComplaintReceived: CohortFact {
  package var nominee = Alias.none

  package static let type: StaticString = "complaint.received.v1"
  package static let purpose = Bilingual(da: "En klage er modtaget.", en: "A complaint was received.")
  package static let sealed: [any SealedRecord.Type] = [Complaint.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.complaints[nominee] = OpenComplaint(
      position: header.position, received: header.localDate)
  }
}

/// The words of a complaint.
package struct Complaint: SealedRecord {
  package var text: Text = ""

  package static let kind = SealedKind.complaint
  package static let retention = RetentionClass.selection
  package static let audience = Audience.casework

  package init() {}
  init(_ text: Text) { self.text = text }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("text", &text)
  }
}
