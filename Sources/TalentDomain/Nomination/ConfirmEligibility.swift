/// Rules that a nominee meets the conditions for taking part (deltagelsesbetingelser).
package struct ConfirmEligibility: CohortCommand {
  package var cohort = Code.blank
  package var nominee = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Afgør at den indstillede opfylder deltagelsesbetingelserne.",
    en: "Rule that the nominee meets the conditions for taking part.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("nominee", &nominee)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let nominee = try nominee.known()
    var confirmed = EligibilityConfirmed()
    confirmed.employed = organisation.people[nominee.person] != nil
    confirmed.hasLed = organisation.people[nominee.person]?.hasLed ?? false
    confirmed.id = cohort.nominations.live[nominee.alias] ?? .none
    confirmed.leads = context.leads(nominee, organisation)
    confirmed.nominee = nominee.alias
    return [Proposal(confirmed, subject: nominee.alias)]
  }
}

/// «medarbejdere, der ikke tidligere har haft en lederstilling»
package struct EligibilityConfirmed: CohortFact {
  package var employed = false
  package var hasLed = false
  package var id = Alias.none
  package var leads = false
  package var nominee = Alias.none

  package static let type: StaticString = "eligibility.confirmed.v1"
  package static let purpose = Bilingual(
    da: "HR-Centret har afgjort, at den indstillede opfylder deltagelsesbetingelserne.",
    en: "The HR Centre has ruled that the nominee meets the conditions for taking part.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("employed", &employed, "Whether the personnel register knows the nominee (R3).")
    try members("hasLed", &hasLed, "Whether the personnel register shows a leadership post (R3).")
    try members("id", &id, "The form.")
    try members("leads", &leads, "Whether the one who rules is the nominee's leader (R19).")
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.nominations.forms[id]?.status = .eligible
    cohort.nominations.forms[id]?.ground = nil
  }
}
