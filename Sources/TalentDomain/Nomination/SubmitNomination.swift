/// Hands in a form in the name of a centre chief or deputy.
package struct SubmitNomination: FormGiven {
  package var ambition = false
  package var answers: [AnswerGiven] = []
  package var centre: Line?
  package var cohort = Code.blank
  package var conversation: TalentConversation?
  package var engagement = false
  package var field: TargetField?
  package var handedIn: LocalTime?
  package var interest = false
  package var interestConfirmed: CivilDate?
  package var name: Line?
  package var nominee = PersonRef.blank
  package var priority: Int?

  package static let purpose = Bilingual(
    da: "Aflever et skema til indstilling. Et skema, som reglerne afviser, bliver også gemt.",
    en: "Hand in a nomination form. A form that the rules refuse is kept all the same.")
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
    try members(
      "handedIn", &handedIn,
      "When it was handed in on the HR portal; counts only from an account trusted for that (R2).")
    try members("interest", &interest, "An interest in leadership (R4).")
    try members("interestConfirmed", &interestConfirmed, "The day on which the employee confirmed the interest (R7).")
    try members("name", &name, "The name as it is written on the form.")
    try members("nominee", &nominee)
    try members("priority", &priority, "The chief's own order: shown, never computed with (R5).")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    guard let receipt = receipt(cohort, context) else {
      throw .invalid(Fault(.expected("a local time that the clocks have shown"), at: ["handedIn"]))
    }
    let form = filledIn
    var submitted = NominationSubmitted()
    submitted.id = context.directory.fresh()
    submitted.form = FormFacts(form, receipt, organisation, context.directory)
    let steps = nominee.person == .none ? [] : try form.datedSteps(of: nominee.alias, cohort, context)
    return steps + [
      Proposal(
        submitted, subject: nominee.alias, effective: receipt.portal ? receipt.handedIn : nil,
        sealed: [Sealed(form, of: nominee.person)])
    ]
  }

  /// «HR-Centret modtager alle indstillinger»: also those that rules refuse, under a case number. A form for somebody whom
  /// the register does not know is sealed under its own id, for it has no person whose key could.
  package func keep(_ findings: [Finding], _ cohort: Cohort, _ context: Context) -> [Proposal] {
    guard let receipt = receipt(cohort, context) else { return [] }
    var refused = NominationRefused()
    refused.id = context.directory.fresh()
    refused.chief = receipt.chief.alias
    refused.handedIn = receipt.handedIn
    refused.portal = receipt.portal
    refused.nominee = nominee.person == .none ? nil : nominee.alias
    refused.rules = findings.rules
    let subject = nominee.person == .none ? refused.id : nominee.person
    let journal = JournalNumber(cohort.nominations.nextJournalNumber(in: self.cohort))
    return [
      Proposal(
        refused, subject: refused.nominee, effective: receipt.portal ? receipt.handedIn : nil,
        sealed: [Sealed(filledIn, of: subject), Sealed(journal, of: subject)])
    ]
  }

  private var filledIn: NominationForm {
    var form = form
    form.handedIn = handedIn
    return form
  }

  /// When the form counts as handed in: by the portal's clock where the account is trusted for that, else by ours. Nil where
  /// the portal names an hour that the clocks skipped.
  private func receipt(_ cohort: Cohort, _ context: Context) -> FormReceipt? {
    let zone = cohort.setup.zone.value
    var receipt = FormReceipt(
      nominee: (nominee.person, nominee.alias), chief: context.principal, handedIn: context.received,
      day: context.directory.local(context.received, zone: zone)?.date ?? context.localDate, portal: false)
    guard context.isPortal, let handedIn else { return receipt }
    guard let instant = context.directory.instant(of: handedIn, zone: zone) else { return nil }
    receipt.handedIn = instant
    receipt.day = handedIn.date
    receipt.portal = true
    return receipt
  }
}

/// «Det er centerchefen, der i sidste ende indstiller medarbejdere fra eget center.»
package struct NominationSubmitted: JudgedForm {
  package var form = FormFacts()
  package var id = Alias.none

  package static let type: StaticString = "nomination.submitted.v1"
  package static let purpose = Bilingual(
    da: "Et skema til indstilling er afleveret til tiden og opfylder reglerne.",
    en: "A nomination form has been handed in on time and is within the rules.")
  package static let sealed: [any SealedRecord.Type] = [NominationForm.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("form", &form)
    try members("id", &id)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    var nomination = form.nomination(id: id, status: .submitted, position: header.position)
    nomination.portal = form.portal
    cohort.nominations.add(nomination)
    cohort.nominations.live[form.nominee] = id
  }
}

/// A form that rules refused, kept all the same.
package struct NominationRefused: CohortFact {
  package var chief = Alias.none
  package var handedIn = Instant.blank
  package var id = Alias.none
  package var nominee: Alias?
  package var portal = false
  package var rules: [Line] = []

  package static let type: StaticString = "nomination.refused.v1"
  package static let purpose = Bilingual(
    da: "Et skema til indstilling er afvist efter reglerne og gemt.",
    en: "A nomination form has been refused by the rules, and kept.")
  package static let sealed: [any SealedRecord.Type] = [JournalNumber.self, NominationForm.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("chief", &chief, "In whose name it was handed in.")
    try members("handedIn", &handedIn, "The moment by which the deadline was judged (R2).")
    try members("id", &id)
    try members("nominee", &nominee, "Absent where the personnel register knows nobody by the number on the form.")
    try members("portal", &portal, "Whether `handedIn` is the HR portal's time.")
    try members("rules", &rules, "The rules that refused it; the first gives the refusal its name.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    var nomination = Nomination(
      id: id, nominee: nominee ?? .none, chief: chief, status: .refused, handedIn: handedIn, position: header.position,
      centre: .none, workplace: .none, profession: .none, field: nil, priority: nil)
    nomination.refusedBy = rules
    nomination.receivedAt = header.position
    nomination.portal = portal
    cohort.nominations.add(nomination)
    cohort.nominations.journalled += 1
  }
}
