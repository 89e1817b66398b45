/// Replaces a live form by a new version of it, before the deadline and by the same chief.
package struct AmendNomination: FormGiven {
  package var ambition = false
  package var answers: [AnswerGiven] = []
  package var centre: Line?
  package var cohort = Code.blank
  package var conversation: TalentConversation?
  package var engagement = false
  package var field: TargetField?
  package var interest = false
  package var interestConfirmed: CivilDate?
  package var name: Line?
  package var nominee = PersonRef.blank
  package var priority: Int?
  package var version: Int?

  package static let purpose = Bilingual(
    da: "Ret en indstilling inden fristen: hele skemaet afleveres igen.",
    en: "Amend a nomination before the deadline: the whole form is handed in again.")
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
    try members("interest", &interest, "An interest in leadership (R4).")
    try members("interestConfirmed", &interestConfirmed, "The day on which the employee confirmed the interest (R7).")
    try members("name", &name, "The name as it is written on the form.")
    try members("nominee", &nominee)
    try members("priority", &priority, "The chief's own order: shown, never computed with (R5).")
    try members("version", &version, "The version that is amended, which must be the latest (R21).")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let nominee = try nominee.known()
    guard let live = cohort.nominations.live(of: nominee.alias) else { throw .notFound }
    let zone = cohort.setup.zone.value
    let receipt = FormReceipt(
      nominee: (nominee.person, nominee.alias), chief: context.principal, handedIn: live.handedIn,
      day: context.directory.local(context.received, zone: zone)?.date ?? context.localDate, portal: live.portal)
    var amended = NominationAmended()
    amended.id = live.id
    amended.replaces = version ?? live.version
    amended.form = FormFacts(form, receipt, organisation, context.directory)
    return try form.datedSteps(of: nominee.alias, cohort, context) + [
      Proposal(amended, subject: nominee.alias, sealed: [Sealed(form, of: nominee.person)])
    ]
  }
}

/// A live form has been replaced by a new version of it.
package struct NominationAmended: JudgedForm {
  package var form = FormFacts()
  package var id = Alias.none
  package var replaces = 0

  package static let type: StaticString = "nomination.amended.v1"
  package static let purpose = Bilingual(
    da: "En indstilling er rettet inden fristen.",
    en: "A nomination has been amended before the deadline.")
  package static let sealed: [any SealedRecord.Type] = [NominationForm.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("form", &form)
    try members("id", &id)
    try members("replaces", &replaces, "The version of the form that is replaced (R21).")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    guard let before = cohort.nominations.forms[id] else { return }
    var nomination = form.nomination(id: id, status: before.status, position: header.position)
    nomination.receivedAt = before.receivedAt
    nomination.portal = form.portal
    nomination.version = before.version + 1
    cohort.nominations.add(nomination)
  }
}
