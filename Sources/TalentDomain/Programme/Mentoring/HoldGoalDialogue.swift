/// Records a career and goal dialogue (karriere- og måldialog) between participant and immediate leader.
package struct HoldGoalDialogue: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var leader: PersonRef?
  package var minutes = 0
  package var participant = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Registrér en karriere- og måldialog mellem deltager og nærmeste leder.",
    en: "Record a career and goal dialogue between participant and immediate leader.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which it was, if not today.")
    try members("leader", &leader, "The immediate leader; left out, as the personnel register says.")
    try members("minutes", &minutes, "Whole quarters of an hour: 15, 30, 45, 60 and so on.")
    try members("participant", &participant)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let date = date ?? context.localDate
    let cohort = try cohort.opened()
    let participant = try participant.known()
    let immediate = organisation.people[participant.person]?.leader
    let leader = try leader(of: participant, immediate, organisation, context)
    let alias = leader.map { context.directory.alias(of: $0) }
    guard organisation.mayRecord(between: participant, alias, context) else { throw .notPermitted }
    var fact = GoalDialogueHeld()
    fact.date = date
    fact.entry = context.directory.fresh()
    fact.hours = try hours(ofMinutes: minutes)
    fact.leader = alias ?? .none
    fact.leads = leader != nil && leader == immediate
    fact.participant = participant.alias
    return try fact.proposals(cohort, context)
  }

  /// The one who is named; else the immediate leader where the participant or the HR Centre records it, or the one who acts.
  private func leader(
    of participant: PersonRef, _ immediate: Alias?, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> Alias? {
    if let leader { return try leader.known().person }
    return organisation.mayRecord(between: participant, nil, context) ? immediate : context.principal.person
  }
}

/// Participant and immediate leader have talked about career and goals.
package struct GoalDialogueHeld: EntryFact {
  package var date = CivilDate.blank
  package var entry = Alias.none
  package var hours = Rational(0)
  package var leader = Alias.none
  package var leads = false
  package var participant = Alias.none

  package static let type: StaticString = "goal-dialogue.held.v1"
  package static let purpose = Bilingual(
    da: "Deltager og nærmeste leder har holdt en karriere- og måldialog.",
    en: "Participant and immediate leader have held a career and goal dialogue.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("entry", &entry)
    try members("hours", &hours)
    try members("leader", &leader)
    try members("leads", &leads, "Whether that is the participant's immediate leader, by the personnel register.")
    try members("participant", &participant)
  }

  package func entry(in cohort: Cohort, _ header: Header) -> Entry {
    Entry(
      .dialogue, entry, of: [participant], on: date, hours, counterpart: leader == .none ? nil : leader, header)
  }
}
