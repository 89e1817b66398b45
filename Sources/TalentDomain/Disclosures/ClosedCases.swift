// A case that is closed to somebody is closed before it is judged: what the other rules say of it would tell how it stands,
// and a dry run would ask for nothing.

extension Finding {
  /// Why a command is refused to whoever sends it without a look at the case; nil where it is not.
  static func closedCase(_ command: some CohortCommand, _ cohort: Cohort, _ context: Context) -> Finding? {
    let isDecision = JudgingCommands.ofTheDecision.contains { $0 == type(of: command) }
    if isDecision, cohort.nominations.live[context.actor] != nil, !cohort.isTold { return ownCohort }
    if JudgingCommands.ofScores.contains(where: { $0 == type(of: command) }), cohort.isBlindTowardsAny(context.actor) {
      return ownSetsFirst
    }
    // Whoever may neither propose nor approve is not told whether there is a proposal, or what is wrong with it.
    let isOfAll = command is ProposeSelection || command is ReturnSelection || command is ApproveSelection
    if isOfAll, cohort.selection.approved == nil, cohort.isBarredFromAny(context.actor) { return .barred }
    guard isDecision || command is ScoreAssessment || command is ReviseAssessment, cohort.selection.approved == nil,
      command.named.contains(where: { cohort.assessment.isBarred(context.actor, from: $0) })
    else { return nil }
    return .barred
  }

  private static let ownCohort = Finding(
    .r19,
    (
      da: "Du er selv indstillet til holdet, og behandler ingen af dets sager.",
      en: "You are nominated to the cohort yourself, and handle none of its cases."
    ),
    remedy: somebodyElse)

  private static let ownSetsFirst = Finding(
    .r20,
    (
      da: "Du er bedømmer og mangler selv at afgive point.",
      en: "You are an assessor and have scores left to give yourself."
    ),
    remedy: (
      da: "Afgiv dine point først, eller lad en anden gøre det.",
      en: "Give your scores first, or let somebody else do it."
    ))
}

/// Which commands belong to the decision, and are nobody's who is nominated to the cohort.
enum JudgingCommands {
  /// Those of the HR Centre and the board, from the criteria to the answer to a complaint.
  static let ofTheDecision: [any CohortCommand.Type] = [
    AdoptRuleSet.self, PublishCriteria.self, ExtendDeadline.self, ChangeSeatCount.self, ReceiveNomination.self,
    ConfirmEligibility.self, RejectEligibility.self, AdmitLateNomination.self, AssignAssessor.self, RuleConflict.self,
    VoidAssessment.self, HoldCalibration.self, CloseScoring.self, ComputeRanking.self, ResolveTie.self,
    ProposeSelection.self, ReturnSelection.self, ApproveSelection.self, RecordCaseNote.self, OfferSeat.self,
    LapseSeatOffer.self, NotifyNonSelection.self, PromoteReserve.self, LapseReserve.self, ReceiveComplaint.self,
    AnswerComplaint.self, DeferParticipation.self,
  ]

  /// Those that look at others' scores.
  static let ofScores: [any CohortCommand.Type] = [CloseScoring.self, RuleConflict.self, VoidAssessment.self]
}

extension CohortCommand {
  /// Everybody whom the command names, by their aliases of the cohort.
  fileprivate var named: Set<Alias> {
    var (command, collector) = (self, NameCollector())
    // Nothing is changed on the way, so that nothing can be wrong.
    try? command.resolve(&collector)
    return collector.aliases
  }
}

private struct NameCollector: Resolver {
  var aliases: Set<Alias> = []

  mutating func resolve(_ person: inout PersonRef) throws(Fault) {
    if person.alias != .none { aliases.insert(person.alias) }
  }

  mutating func resolve(_ person: inout Person) throws(Fault) {}
  mutating func resolve(_ thing: inout Thing) throws(Fault) {}
}
