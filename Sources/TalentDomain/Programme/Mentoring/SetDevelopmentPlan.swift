/// Sets a participant's development plan (udviklingsplan), anew as often as it changes (R17).
package struct SetDevelopmentPlan: CohortCommand {
  package var benefit: Text?
  package var cohort = Code.blank
  package var goals: [Text] = []
  package var participant = PersonRef.blank
  package var purposeOfPlan: Text?

  package static let purpose = Bilingual(
    da: "Fastlæg en deltagers udviklingsplan med formål, udbytte og mål.",
    en: "Set a participant's development plan: its purpose, benefit and goals.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("benefit", &benefit, "Udbytte: what is to come of it.")
    try members("cohort", &cohort)
    try members("goals", &goals, "At least one; they are numbered from 1.")
    try members("participant", &participant)
    try members("purpose", &purposeOfPlan, "Formål: what it is for.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let participant = try participant.known()
    guard organisation.mayAnswer(for: participant.person, context) else { throw .notPermitted }
    var plan = DevelopmentPlan()
    plan.benefit = benefit ?? ""
    // A blank goal is none.
    plan.goals = goals.filter { !$0.isBlank }
    plan.purpose = purposeOfPlan ?? ""
    let before = cohort.programme.plans.current[participant.alias]
    var fact = DevelopmentPlanSet()
    fact.benefit = !plan.benefit.isBlank
    fact.goals = plan.goals.count
    fact.participant = participant.alias
    fact.purposeGiven = !plan.purpose.isBlank
    fact.version = (before?.version ?? 0) + 1
    return [
      Proposal(
        fact, subject: participant.alias, sealed: [Sealed(plan, of: participant.person)], cause: before?.position)
    ]
  }
}

/// A participant has a development plan, or a new one. What it says is sealed.
package struct DevelopmentPlanSet: CohortFact {
  package var benefit = false
  package var goals = 0
  package var participant = Alias.none
  package var purposeGiven = false
  package var version = 0

  package static let type: StaticString = "development-plan.set.v1"
  package static let purpose = Bilingual(
    da: "En deltagers udviklingsplan er fastlagt.", en: "A participant's development plan has been set.")
  package static let sealed: [any SealedRecord.Type] = [DevelopmentPlan.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("benefit", &benefit, "Whether the benefit is given.")
    try members("goals", &goals, "How many goals it has.")
    try members("participant", &participant)
    try members("purpose", &purposeGiven, "Whether the purpose is given.")
    try members("version", &version, "1 for the first.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.plans.set(
      PlanState(version: version, goals: goals, day: header.localDate, position: header.position), for: participant)
  }
}

/// The words of a development plan.
package struct DevelopmentPlan: SealedRecord {
  package var benefit = Text("")
  package var goals: [Text] = []
  package var purpose = Text("")

  package static let kind = SealedKind.developmentPlan
  package static let retention = RetentionClass.programme
  package static let audience = Audience.plan

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("benefit", &benefit, "Udbytte.")
    try members("goals", &goals)
    try members("purpose", &purpose, "Formål.")
  }
}
