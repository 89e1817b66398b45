import TalentDomain
import TalentInterface
import Testing

@testable import TalentService

struct AccessTests {
  @Test func `every method of the socket stands in the table of access`() {
    let missing = Methods.all.map(\.fullName).filter { AccessTable.access(to: $0) == nil }
    #expect(missing.isEmpty)
  }

  @Test func `a method that stands in no table is nobody's`() {
    #expect(AccessTable.access(to: "dk.talentd.nomination.Unheard") == nil)
  }

  @Test func `an import may do what its rows may do one by one`() {
    for (command, name) in Imports.all {
      let whole = AccessTable.access(to: "\(command.area.interface).\(name)")
      let row = AccessTable.access(to: "\(command.area.interface).\(command.method)")
      #expect(whole?.who == row?.who && whole?.recorders == row?.recorders)
    }
  }

  @Test func `every method has a route, and no route leads elsewhere`() {
    #expect(Set(Routes.all.keys) == Set(Methods.all.map(\.fullName)))
  }

  @Test func `in one's own name counts what one is oneself`() {
    let access = Authority.by(.board, recordedBy: [.secretary])
    #expect(access.allows([.employee, .board], behalf: nil))
    #expect(!access.allows([.employee, .secretary], behalf: nil))
    #expect(!access.allows([], behalf: nil))
  }

  @Test func `in another's name counts what the other is, and that one may record`() {
    let access = Authority.by(.board, recordedBy: [.secretary])
    #expect(access.allows([.secretary], behalf: ([.employee, .board], false)))
    #expect(!access.allows([.secretary], behalf: ([.employee], false)))
    #expect(!access.allows([.employee], behalf: ([.employee, .board], false)))
    #expect(access.allows([.employee], behalf: ([.employee, .board], true)))
    #expect(!access.allows([.employee], behalf: ([.employee], true)))
  }
}

/// What a replay asks of the actor of an event is what the door asks of the caller of the methods that record it.
struct AuthorityTests {
  @Test func `every event of a cohort says who may record it, and no other does`() {
    for type in FactRegistry.cohort { #expect(Authority.needed(for: "\(type.type)") != nil, "\(type.type)") }
    for type in FactRegistry.organisation { #expect(Authority.needed(for: "\(type.type)") == nil, "\(type.type)") }
    for type in FactRegistry.record { #expect(Authority.needed(for: "\(type.type)") == nil, "\(type.type)") }
  }

  @Test func `who may record an event is who may call a method that records it`() throws {
    for type in FactRegistry.cohort {
      let methods = try #require(AuthorityTests.recording["\(type.type)"], "\(type.type)")
      let allowed = Set(methods.compactMap { AccessTable.access(to: "\($0.area.interface).\($0.method)") })
      #expect(Set(Authority.needed(for: "\(type.type)") ?? []) == allowed, "\(type.type)")
    }
  }

  @Test func `every command of a cohort records an event`() {
    let commands = Set(AuthorityTests.recording.values.joined().map { $0.method })
    #expect(commands == Set(Commands.cohort.map { $0.method }))
  }

  /// Which commands record which event.
  private static let recording: [String: [any CohortCommand.Type]] = {
    let entries: [any CohortCommand.Type] = [
      RecordAttendance.self, CompleteMBTIQuestionnaire.self, AttendMBTIFeedback.self, HoldWorkGroupMeeting.self,
      LogIndividualWork.self, LogMentorMeeting.self, LogInternshipDay.self, HoldGoalDialogue.self,
    ]
    let forms: [any CohortCommand.Type] = [SubmitNomination.self, CompleteNomination.self]
    let steps = forms + [AmendNomination.self, AdmitLateNomination.self]
    let rows: [(any CohortFact.Type, [any CohortCommand.Type])] = [
      (CohortOpened.self, [OpenCohort.self]), (RuleSetAdopted.self, [AdoptRuleSet.self]),
      (CriteriaPublished.self, [PublishCriteria.self]), (ProgrammePublished.self, [PublishProgramme.self]),
      (GatheringRescheduled.self, [RescheduleGathering.self]), (DeadlineExtended.self, [ExtendDeadline.self]),
      (SeatCountChanged.self, [ChangeSeatCount.self]),
      (TalentConversationHeld.self, [HoldTalentConversation.self] + steps),
      (InterestConfirmed.self, [ConfirmInterest.self] + steps), (NominationSubmitted.self, [SubmitNomination.self]),
      (NominationRefused.self, forms), (NominationCompleted.self, [CompleteNomination.self]),
      (NominationAmended.self, [AmendNomination.self]), (NominationWithdrawn.self, [WithdrawNomination.self]),
      (NominationReceived.self, [ReceiveNomination.self]), (LateNominationAdmitted.self, [AdmitLateNomination.self]),
      (EligibilityConfirmed.self, [ConfirmEligibility.self]), (EligibilityRejected.self, [RejectEligibility.self]),
      (AssessorAssigned.self, [AssignAssessor.self]), (ConflictDeclared.self, [DeclareConflict.self]),
      (ConflictRuled.self, [RuleConflict.self]), (AssessmentScored.self, [ScoreAssessment.self]),
      (AssessmentRevised.self, [ReviseAssessment.self]),
      (AssessmentVoided.self, [VoidAssessment.self, RuleConflict.self]), (CalibrationHeld.self, [HoldCalibration.self]),
      (ScoringClosed.self, [CloseScoring.self]), (RankingComputed.self, [ComputeRanking.self]),
      (TieResolved.self, [ResolveTie.self]), (SelectionProposed.self, [ProposeSelection.self]),
      (SelectionReturned.self, [ReturnSelection.self]), (SelectionApproved.self, [ApproveSelection.self]),
      (CaseNoteRecorded.self, [RecordCaseNote.self]), (SeatOffered.self, [OfferSeat.self]),
      (SeatAccepted.self, [AcceptSeat.self]), (SeatDeclined.self, [DeclineSeat.self]),
      (SeatOfferLapsed.self, [LapseSeatOffer.self]), (ReservePromoted.self, [PromoteReserve.self]),
      (ReserveLapsed.self, [LapseReserve.self]), (ParticipantWithdrew.self, [WithdrawParticipant.self]),
      (ParticipationDeferred.self, [DeferParticipation.self]), (NonSelectionNotified.self, [NotifyNonSelection.self]),
      (FeedbackGiven.self, [GiveFeedback.self]), (ComplaintReceived.self, [ReceiveComplaint.self]),
      (ComplaintAnswered.self, [AnswerComplaint.self]), (AttendanceRecorded.self, [RecordAttendance.self]),
      (MBTIQuestionnaireCompleted.self, [CompleteMBTIQuestionnaire.self]),
      (MBTIFeedbackAttended.self, [AttendMBTIFeedback.self]), (WorkGroupFormed.self, [FormWorkGroup.self]),
      (WorkGroupMemberJoined.self, [JoinWorkGroup.self]), (WorkGroupMeetingHeld.self, [HoldWorkGroupMeeting.self]),
      (IndividualWorkLogged.self, [LogIndividualWork.self]), (MentorRegistered.self, [RegisterMentor.self]),
      (MentorMatched.self, [MatchMentor.self]), (MentorMatchEnded.self, [EndMentorMatch.self]),
      (ConfidentialityAgreed.self, [AgreeConfidentiality.self]), (MentorMeetingHeld.self, [LogMentorMeeting.self]),
      (InternshipAgreed.self, [AgreeInternship.self]), (InternshipDayLogged.self, [LogInternshipDay.self]),
      (DevelopmentPlanSet.self, [SetDevelopmentPlan.self]), (DevelopmentGoalProgressed.self, [ProgressGoal.self]),
      (GoalDialogueHeld.self, [HoldGoalDialogue.self]),
      (DeviationFlagged.self, entries + [CorrectEntry.self, VoidEntry.self]),
      (EntryConfirmed.self, [ConfirmEntry.self]), (EntryCorrected.self, [CorrectEntry.self]),
      (EntryVoided.self, [VoidEntry.self]), (ProgrammeCompleted.self, [CompleteProgramme.self]),
      (CertificateIssued.self, [IssueCertificate.self]), (CertificateRevoked.self, [RevokeCertificate.self]),
      (OutcomeRecorded.self, [RecordOutcome.self]),
    ]
    return Dictionary(uniqueKeysWithValues: rows.map { ("\($0.0.type)", $0.1) })
  }()
}
