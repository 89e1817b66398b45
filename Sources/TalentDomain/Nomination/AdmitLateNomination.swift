/// Lets a form count that came too late, where the rule set lets the board dispense (R2).
package struct AdmitLateNomination: CohortCommand {
  package var cohort = Code.blank
  package var late = Alias.none

  package static let purpose = Bilingual(
    da: "Dispensér for en indstilling, der er kommet for sent.",
    en: "Admit a nomination that came too late.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("late", &late, "The id of the form that was refused as late.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen, let kept = cohort.nominations.forms[late],
      let nominee = context.directory.person(behind: kept.nominee),
      let form = context.directory.opened(NominationForm.self, at: kept.position)
    else { throw .notFound }
    let zone = cohort.setup.zone.value
    let receipt = FormReceipt(
      nominee: (nominee, kept.nominee),
      chief: (context.directory.person(behind: kept.chief) ?? .none, kept.chief), handedIn: kept.handedIn,
      day: context.directory.local(kept.handedIn, zone: zone)?.date ?? context.localDate, portal: kept.portal)
    var admitted = LateNominationAdmitted()
    admitted.id = late
    admitted.form = FormFacts(form, receipt, organisation, context.directory)
    return try form.datedSteps(of: kept.nominee, cohort, context) + [Proposal(admitted, subject: kept.nominee)]
  }
}

/// The board has let a form count that came too late.
package struct LateNominationAdmitted: JudgedForm {
  package var form = FormFacts()
  package var id = Alias.none

  package static let type: StaticString = "late-nomination.admitted.v1"
  package static let purpose = Bilingual(
    da: "Direktionen har dispenseret for en indstilling, der kom for sent.",
    en: "The board has admitted a nomination that came too late.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("form", &form)
    try members("id", &id, "The form that was refused as late.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    // What the form says stays sealed beside the event that kept it, and so does its case number.
    let before = cohort.nominations.forms[id]
    var nomination = form.nomination(id: id, status: .received, position: before?.position ?? header.position)
    nomination.receivedAt = before?.receivedAt
    nomination.portal = form.portal
    cohort.nominations.add(nomination)
    cohort.nominations.live[form.nominee] = id
  }
}
