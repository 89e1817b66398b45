/// Brings an incomplete form again, now filled in: its first receipt stands (R6).
package struct CompleteNomination: FormGiven {
  package var ambition = false
  package var answers: [AnswerGiven] = []
  package var centre: Line?
  package var cohort = Code.blank
  package var conversation: TalentConversation?
  package var engagement = false
  package var field: TargetField?
  package var incomplete = Alias.none
  package var interest = false
  package var interestConfirmed: CivilDate?
  package var name: Line?
  package var nominee = PersonRef.blank
  package var priority: Int?

  package static let purpose = Bilingual(
    da: "Udfyld et mangelfuldt skema færdigt inden fristen. Dets første modtagelse gælder.",
    en: "Complete an incomplete form before the deadline. Its first receipt stands.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ambition", &ambition, "An ambition to make a difference (R4).")
    try members("answers", &answers, "One answer to each question of the criteria (R6).")
    try members("centre", &centre, "The centre as it is written on the form.")
    try members("cohort", &cohort)
    try members("conversation", &conversation, "The talent conversation, unless it is recorded already (R7).")
    try members("engagement", &engagement, "An engagement that reaches beyond oneself (R4).")
    try members("field", &field, "Leadership within the own professional field or another (R10).")
    try members("incomplete", &incomplete, "The id of the form that was refused as incomplete.")
    try members("interest", &interest, "An interest in leadership (R4).")
    try members("interestConfirmed", &interestConfirmed, "The day on which the employee confirmed the interest (R7).")
    try members("name", &name, "The name as it is written on the form.")
    try members("nominee", &nominee)
    try members("priority", &priority, "The chief's own order: shown, never computed with (R5).")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen, let kept = cohort.nominations.forms[incomplete] else { throw .notFound }
    let nominee = try nominee.known()
    let zone = cohort.setup.zone.value
    let receipt = FormReceipt(
      nominee: (nominee.person, nominee.alias), chief: context.principal, handedIn: kept.handedIn,
      day: context.directory.local(context.received, zone: zone)?.date ?? context.localDate, portal: kept.portal)
    var completed = NominationCompleted()
    completed.id = incomplete
    completed.form = FormFacts(form, receipt, organisation, context.directory)
    return try form.datedSteps(of: nominee.alias, cohort, context) + [
      Proposal(completed, subject: nominee.alias, sealed: [Sealed(form, of: nominee.person)])
    ]
  }
}

/// An incomplete form has been filled in before the deadline.
package struct NominationCompleted: JudgedForm {
  package var form = FormFacts()
  package var id = Alias.none

  package static let type: StaticString = "nomination.completed.v1"
  package static let purpose = Bilingual(
    da: "Et mangelfuldt skema er udfyldt færdigt inden fristen.",
    en: "An incomplete form has been completed before the deadline.")
  package static let sealed: [any SealedRecord.Type] = [NominationForm.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("form", &form)
    try members("id", &id, "The form that was refused as incomplete.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    // It got its case number when it was kept, so it has been received already.
    var nomination = form.nomination(id: id, status: .received, position: header.position)
    let before = cohort.nominations.forms[id]
    nomination.receivedAt = before?.receivedAt
    nomination.portal = form.portal
    nomination.version = (before?.version ?? 0) + 1
    cohort.nominations.add(nomination)
    cohort.nominations.live[form.nominee] = id
  }
}
