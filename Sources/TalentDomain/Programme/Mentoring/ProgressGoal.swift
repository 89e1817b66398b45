/// Records how far a goal of the development plan has come.
package struct ProgressGoal: CohortCommand {
  package var cohort = Code.blank
  package var goal = 0
  package var note: Text?
  package var participant = PersonRef.blank
  package var status = GoalStatus.blank

  package static let purpose = Bilingual(
    da: "Registrér hvor langt et mål i udviklingsplanen er nået.",
    en: "Record how far a goal of the development plan has come.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("goal", &goal, "By its number in the plan that holds.")
    try members("note", &note, "In one's own words, if at all.")
    try members("participant", &participant)
    try members("status", &status)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let participant = try participant.known()
    guard organisation.mayAnswer(for: participant.person, context) else { throw .notPermitted }
    let plan = cohort.programme.plans.current[participant.alias]
    let note = note.flatMap { $0.isBlank ? nil : $0 }
    var fact = DevelopmentGoalProgressed()
    fact.goal = goal
    fact.participant = participant.alias
    fact.status = status
    fact.version = plan?.version ?? 0
    return [
      Proposal(
        fact, subject: participant.alias, sealed: note.map { [Sealed(GoalNote($0), of: participant.person)] } ?? [],
        cause: plan?.position)
    ]
  }
}

/// A goal has come further, or has been dropped.
package struct DevelopmentGoalProgressed: CohortFact {
  package var goal = 0
  package var participant = Alias.none
  package var status = GoalStatus.blank
  package var version = 0

  package static let type: StaticString = "development-goal.progressed.v1"
  package static let purpose = Bilingual(
    da: "Et mål i en udviklingsplan er nået et stykke videre.", en: "A goal of a development plan has come further.")
  package static let sealed: [any SealedRecord.Type] = [GoalNote.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("goal", &goal, "Its number in that version of the plan.")
    try members("participant", &participant)
    try members("status", &status)
    try members("version", &version, "Of the plan.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.plans.progress(
      GoalStep(goal: goal, status: status, day: header.localDate, position: header.position), for: participant)
  }
}

/// What a participant says of a goal's progress.
package struct GoalNote: SealedRecord {
  package var note = Text("")

  package static let kind = SealedKind.goalNote
  package static let retention = RetentionClass.programme
  package static let audience = Audience.plan

  package init() {}
  init(_ note: Text) { self.note = note }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("note", &note)
  }
}
