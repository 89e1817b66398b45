/// What nominees will be judged by (R8). May be published anew until the first score.
package struct PublishCriteria: CohortCommand {
  package var cohort = Code.blank
  package var criteria = Criteria()

  package static let purpose = Bilingual(
    da: "Offentliggør de kriterier, der vurderes efter.",
    en: "Publish the criteria for the assessment.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("criteria", &criteria)
  }

  package func propose(_ cohort: Cohort, _ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal]
  {
    _ = try cohort.opened()
    let digest = context.directory.digest(criteria.canonical)
    return [Proposal(CriteriaPublished(criteria: criteria, digest: digest))]
  }
}

/// The criteria that hold from now on.
package struct CriteriaPublished: CohortFact {
  package var criteria = Criteria()
  package var digest = Digest.blank

  package static let type: StaticString = "criteria.published.v1"
  package static let purpose = Bilingual(
    da: "Kriterierne er offentliggjort.",
    en: "The criteria have been published.")

  package init() {}
  package init(criteria: Criteria, digest: Digest) {
    self.criteria = criteria
    self.digest = digest
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("criteria", &criteria)
    try members("digest", &digest, "SHA-256 of the criteria's canonical JSON.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.setup.criteria = criteria
    cohort.setup.criteriaDigest = digest
  }
}

/// What R8 has to say of criteria: they do not change once somebody has scored by them.
let criteriaFreeze: [Rule.Check] = [
  on(CriteriaPublished.self) { _, situation in
    guard situation.cohort.assessment.firstScore != nil else { return nil }
    return Finding(
      .r8,
      Bilingual(
        da: "Kriterierne ligger fast: der er givet point efter dem.",
        en: "The criteria are frozen: points have been given by them."),
      remedy: Bilingual(
        da: "Kriterier kan ændres indtil den første vurdering. Nye kriterier hører til et nyt hold.",
        en: "Criteria may change until the first score. New criteria belong to a new cohort."))
  }
]
