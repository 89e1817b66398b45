/// In which capacities something may be done, or recorded for somebody who may. One form for what the door asks of a caller
/// (by method) and what a replay asks of the actor of an event (by its type).
package struct Authority: Sendable, Hashable {
  /// Those who may in their own name, or in whose name it may be done.
  package let who: Set<Capacity>
  /// Those who may record it on behalf of somebody in `who`; others need that person's delegation.
  package let recorders: Set<Capacity>
  /// Whether it concerns one's own case only: whoever acts as an employee acts in that case.
  package let isOwnCase: Bool

  /// What anybody in `who` may do, and `recorders` on their behalf.
  package static func by(_ who: Capacity..., recordedBy recorders: Set<Capacity> = []) -> Authority {
    Authority(who: Set(who), recorders: recorders, isOwnCase: false)
  }

  /// What concerns a person's own case: by that person, or recorded by those who keep the case.
  package static func byOneself(recordedBy recorders: Set<Capacity>) -> Authority {
    Authority(who: [.employee], recorders: recorders, isOwnCase: true)
  }

  /// Whether somebody may, given what they and the one on whose behalf they act are.
  package func allows(_ actor: Set<Capacity>, behalf: (capacities: Set<Capacity>, isDelegated: Bool)?) -> Bool {
    guard let behalf else { return !who.isDisjoint(with: actor) }
    guard !who.isDisjoint(with: behalf.capacities) else { return false }
    return behalf.isDelegated || !recorders.isDisjoint(with: actor)
  }
}

extension Authority {
  /// What an event of a cohort's stream asks of its actor: any of these suffices. Nil for a type that belongs to no cohort.
  package static func needed(for type: String) -> [Authority]? { table[type] }

  private static let table: [String: [Authority]] = {
    var table: [String: [Authority]] = [:]
    for (facts, authorities) in rows { for fact in facts { table["\(fact.type)"] = authorities } }
    return table
  }()

  private static let hr = by(.hr)
  private static let board = by(.board, recordedBy: [.secretary])
  private static let chief = by(.centreChief, recordedBy: [.hr])
  private static let oneself = byOneself(recordedBy: [.hr])
  /// In the programme's year; who of the two sides may record what, `propose` judges.
  private static let participant = by(.employee, recordedBy: [.hr])

  private static let rows: [([any CohortFact.Type], [Authority])] = [
    (
      [
        CohortOpened.self, RuleSetAdopted.self, CriteriaPublished.self, ProgrammePublished.self,
        GatheringRescheduled.self,
      ], [hr]
    ),
    ([DeadlineExtended.self, SeatCountChanged.self, LateNominationAdmitted.self], [board]),
    // What a form says of conversation and interest is recorded with the form, also with one that the board admits late.
    ([TalentConversationHeld.self], [by(.leader, .centreChief, .hr, recordedBy: [.hr]), chief, board]),
    ([InterestConfirmed.self], [byOneself(recordedBy: [.hr, .centreChief]), chief, board]),
    (
      [
        NominationSubmitted.self, NominationRefused.self, NominationCompleted.self, NominationAmended.self,
        NominationWithdrawn.self,
      ], [chief]
    ),
    ([NominationReceived.self, EligibilityConfirmed.self, EligibilityRejected.self], [hr]),
    (
      [
        AssessorAssigned.self, ConflictRuled.self, AssessmentVoided.self, CalibrationHeld.self, ScoringClosed.self,
        RankingComputed.self, TieResolved.self,
      ], [hr]
    ),
    ([ConflictDeclared.self], [by(.assessor, .board, .hr, recordedBy: [.hr])]),
    ([AssessmentScored.self, AssessmentRevised.self], [by(.assessor)]),
    (
      [
        SelectionProposed.self, CaseNoteRecorded.self, SeatOffered.self, SeatOfferLapsed.self, ReservePromoted.self,
        ReserveLapsed.self, NonSelectionNotified.self, ComplaintReceived.self, ComplaintAnswered.self,
        ParticipationDeferred.self,
      ], [hr]
    ),
    ([SelectionReturned.self, SelectionApproved.self], [board]),
    ([SeatAccepted.self, SeatDeclined.self, ParticipantWithdrew.self], [oneself]),
    ([FeedbackGiven.self], [by(.leader, recordedBy: [.hr])]),
    (
      [
        AttendanceRecorded.self, WorkGroupFormed.self, WorkGroupMemberJoined.self, MentorRegistered.self,
        MentorMatched.self, ProgrammeCompleted.self, CertificateIssued.self, CertificateRevoked.self,
        OutcomeRecorded.self,
      ], [hr]
    ),
    (
      [
        MBTIQuestionnaireCompleted.self, MBTIFeedbackAttended.self, WorkGroupMeetingHeld.self,
        IndividualWorkLogged.self, MentorMatchEnded.self, ConfidentialityAgreed.self, MentorMeetingHeld.self,
        InternshipAgreed.self, InternshipDayLogged.self, DevelopmentPlanSet.self, DevelopmentGoalProgressed.self,
        GoalDialogueHeld.self, EntryConfirmed.self, EntryCorrected.self, EntryVoided.self,
      ], [participant]
    ),
    // It follows from whatever was recorded.
    ([DeviationFlagged.self], [participant, hr]),
  ]
}
