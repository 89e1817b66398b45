/// The HR Centre answers a complaint.
package struct AnswerComplaint: CohortCommand {
  package var cohort = Code.blank
  package var nominee = PersonRef.blank
  package var text: Text = ""

  package static let purpose = Bilingual(da: "Besvar en klage.", en: "Answer a complaint.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("nominee", &nominee)
    try members("text", &text)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let nominee = try nominee.known()
    var fact = ComplaintAnswered()
    fact.nominee = nominee.alias
    return [
      Proposal(
        fact, subject: fact.nominee, sealed: [Sealed(ComplaintAnswer(try text.written("text")), of: nominee.person)],
        cause: cohort.selection.complaints[fact.nominee]?.position)
    ]
  }
}

/// A complaint was answered.
package struct ComplaintAnswered: CohortFact {
  package var nominee = Alias.none

  package static let type: StaticString = "complaint.answered.v1"
  package static let purpose = Bilingual(da: "En klage er besvaret.", en: "A complaint was answered.")
  package static let sealed: [any SealedRecord.Type] = [ComplaintAnswer.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.selection.complaints[nominee] = nil
  }
}

/// The answer to a complaint.
package struct ComplaintAnswer: SealedRecord {
  package var text: Text = ""

  package static let kind = SealedKind.complaintAnswer
  package static let retention = RetentionClass.selection
  package static let audience = Audience.casework

  package init() {}
  init(_ text: Text) { self.text = text }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("text", &text)
  }
}
