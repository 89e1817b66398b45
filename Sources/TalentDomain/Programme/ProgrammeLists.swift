/// The facts that record time of a participant.
let entryFacts: [any EntryFact.Type] = gatheringEntries + mentoringEntries

/// The facts of the programme, from kick-off to certificate.
package let programmeFacts: [any CohortFact.Type] =
  gatheringFacts + mentoringFacts + [
    DeviationFlagged.self, EntryConfirmed.self, EntryCorrected.self, EntryVoided.self,
  ] + completionFacts

/// The commands of the programme.
package let programmeCommands: [any CohortCommand.Type] =
  gatheringCommands + mentoringCommands + [ConfirmEntry.self, CorrectEntry.self, VoidEntry.self] + completionCommands

extension Rulebook {
  static let programme: [Rule] = [
    .timeRanges, .mentorOutsideTheLine, .hostIsALeader, .developmentPlan, .betweenGatherings,
  ]
}
