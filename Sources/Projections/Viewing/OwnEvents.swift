package import TalentDomain

/// Which events about a person that person may be handed: the own case, from the talent conversation on, and how it was decided
/// once that has been told. Deny by default: a test holds every type of a cohort's events to this table.
package enum OwnEvents {
  /// What the person knows of anyway.
  static let always: Set<String> = types([
    TalentConversationHeld.self, InterestConfirmed.self, NominationSubmitted.self, NominationRefused.self,
    NominationCompleted.self, NominationAmended.self, NominationWithdrawn.self, NominationReceived.self,
    LateNominationAdmitted.self,
  ])

  /// What is known once the offer or the letter has been sent.
  static let onceTold: Set<String> = types([
    EligibilityConfirmed.self, EligibilityRejected.self, AssessmentScored.self, AssessmentRevised.self,
    AssessmentVoided.self, SeatOffered.self, SeatAccepted.self, SeatDeclined.self, SeatOfferLapsed.self,
    NonSelectionNotified.self, FeedbackGiven.self, ReservePromoted.self, ReserveLapsed.self, ParticipantWithdrew.self,
    ParticipationDeferred.self, ComplaintReceived.self, ComplaintAnswered.self, AttendanceRecorded.self,
    MBTIQuestionnaireCompleted.self, MBTIFeedbackAttended.self, WorkGroupMemberJoined.self, IndividualWorkLogged.self,
    MentorMatched.self, MentorMatchEnded.self, ConfidentialityAgreed.self, MentorMeetingHeld.self,
    InternshipAgreed.self, InternshipDayLogged.self, DevelopmentPlanSet.self, DevelopmentGoalProgressed.self,
    GoalDialogueHeld.self, EntryConfirmed.self, EntryCorrected.self, EntryVoided.self, DeviationFlagged.self,
    ProgrammeCompleted.self, CertificateIssued.self, CertificateRevoked.self, OutcomeRecorded.self,
  ])

  /// Of others, of many at once, or of how the case was worked on.
  static let never: Set<String> = types([
    CohortOpened.self, RuleSetAdopted.self, CriteriaPublished.self, ProgrammePublished.self, GatheringRescheduled.self,
    DeadlineExtended.self, SeatCountChanged.self, AssessorAssigned.self, ConflictDeclared.self, ConflictRuled.self,
    CalibrationHeld.self, ScoringClosed.self, RankingComputed.self, TieResolved.self, SelectionProposed.self,
    SelectionReturned.self, SelectionApproved.self, CaseNoteRecorded.self, WorkGroupFormed.self,
    WorkGroupMeetingHeld.self, MentorRegistered.self,
  ])

  /// - Parameter type: of an event whose subject is the person.
  package static func shows(_ type: String, of person: Alias, in cohort: Cohort) -> Bool {
    if always.contains(type) { return true }
    guard onceTold.contains(type) else { return false }
    return cohort.isTold(person)
  }

  private static func types(_ facts: [any CohortFact.Type]) -> Set<String> { Set(facts.map { "\($0.type)" }) }
}
