/// Rules that a nominee does not meet the conditions for taking part.
package struct RejectEligibility: CohortCommand {
  package var cohort = Code.blank
  package var ground = EligibilityGround.blank
  package var nominee = PersonRef.blank
  package var reasons = Text("")

  package static let purpose = Bilingual(
    da: "Afgør at den indstillede ikke opfylder deltagelsesbetingelserne.",
    en: "Rule that the nominee does not meet the conditions for taking part.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("ground", &ground)
    try members("nominee", &nominee)
    try members("reasons", &reasons, "The reasons (begrundelse), which the nominee may ask for.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let nominee = try nominee.known()
    guard !reasons.isBlank else { throw .invalid(Fault(.expected("reasons"), at: ["reasons"])) }
    var rejected = EligibilityRejected()
    rejected.ground = ground
    rejected.id = cohort.nominations.live[nominee.alias] ?? .none
    rejected.leads = context.leads(nominee, organisation)
    rejected.nominee = nominee.alias
    rejected.rule = ground.rule.map { Line($0.rawValue) }
    return [
      Proposal(rejected, subject: nominee.alias, sealed: [Sealed(EligibilityReasons(reasons), of: nominee.person)])
    ]
  }
}

/// Why a nominee does not meet the conditions for taking part.
package enum EligibilityGround: String, Choice {
  case formerLeader, notEmployed, other

  /// The rule that the ruling rests on.
  package var rule: Rule.ID? {
    switch self {
    case .formerLeader, .notEmployed: .r3
    case .other: nil
    }
  }
}

/// The HR Centre has ruled that a nominee does not meet the conditions.
package struct EligibilityRejected: CohortFact {
  package var ground = EligibilityGround.blank
  package var id = Alias.none
  package var leads = false
  package var nominee = Alias.none
  package var rule: Line?

  package static let type: StaticString = "eligibility.rejected.v1"
  package static let purpose = Bilingual(
    da: "HR-Centret har afgjort, at den indstillede ikke opfylder deltagelsesbetingelserne.",
    en: "The HR Centre has ruled that the nominee does not meet the conditions for taking part.")
  package static let sealed: [any SealedRecord.Type] = [EligibilityReasons.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
    try members("id", &id, "The form.")
    try members("leads", &leads, "Whether the one who rules is the nominee's leader (R19).")
    try members("nominee", &nominee)
    try members("rule", &rule, "The rule that the ruling rests on.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.nominations.forms[id]?.status = .ineligible
    cohort.nominations.forms[id]?.ground = ground
  }
}

/// The reasons of a ruling on eligibility.
package struct EligibilityReasons: SealedRecord {
  package var reasons = Text("")

  package static let kind = SealedKind.eligibilityReasons
  package static let retention = RetentionClass.nomination
  package static let audience = Audience.casework

  package init() {}
  init(_ reasons: Text) { self.reasons = reasons }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reasons", &reasons)
  }
}
