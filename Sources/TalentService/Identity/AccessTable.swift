import TalentDomain
import TalentInterface

/// Which capacity may call which method. Deny by default: a method that does not stand here is denied to all, and a test
/// fails for it. What a caller may see within an answer is decided by the projections and by `Disclosing`.
enum AccessTable {
  static func access(to method: String) -> Authority? { table[method] }

  private static let table: [String: Authority] = {
    var table: [String: Authority] = [:]
    for (methods, access) in [
      organisation, cohort, nomination, assessment, selection, programme, record, privacy,
    ].joined() {
      for method in methods { table[method] = access }
    }
    // An import may do what its rows may do one by one.
    for (command, name) in Imports.all {
      table["\(command.area.interface).\(name)"] = table["\(command.area.interface).\(command.method)"]
    }
    return table
  }()

  private typealias Rows = [([String], Authority)]

  private static let organisation: Rows = [
    (
      [
        name(RegisterCentre.self), name(RegisterPerson.self), name(RecordEmployment.self),
        name(EndEmployment.self), name(AppointCentreChief.self), name(VacateCentrePost.self),
      ],
      .by(.administrator, .hr)
    ),
    (
      [name(BindAccount.self), name(UnbindAccount.self), name(GrantRole.self), name(RevokeRole.self)],
      .by(.administrator)
    ),
    ([name(GrantDelegation.self), name(RevokeDelegation.self)], .by(.administrator, .hr)),
    ([name(GiveInformation.self)], .by(.hr)),
    ([name(ListPeople.self), name(ShowPerson.self)], .by(.administrator, .auditor, .centreChief, .dpo, .hr, .leader)),
    ([name(ListLooks.self)], .by(.auditor, .dpo, .employee, .hr)),
    (
      [name(ListCentres.self)],
      .by(.administrator, .assessor, .auditor, .board, .centreChief, .dpo, .employee, .hr, .secretary)
    ),
    ([name(ListRoles.self)], .by(.administrator, .auditor, .dpo, .hr)),
    ([name(WhoAmI.self)], .by(.administrator, .employee)),
  ]

  private static let cohort: Rows = [
    (
      [
        name(OpenCohort.self), name(AdoptRuleSet.self), name(PublishCriteria.self), name(PublishProgramme.self),
        name(RescheduleGathering.self),
      ],
      .by(.hr)
    ),
    (
      [name(ExtendDeadline.self), name(ChangeSeatCount.self)],
      .by(.board, recordedBy: [.secretary])
    ),
    ([name(ListCohorts.self), name(ShowCriteria.self)], .by(.administrator, .employee)),
    (
      [name(ShowCohort.self), name(ShowStatistics.self)],
      .by(.auditor, .board, .dpo, .hr, .secretary)
    ),
  ]

  private static let nomination: Rows = [
    ([name(HoldTalentConversation.self)], .by(.leader, .centreChief, .hr, recordedBy: [.hr])),
    ([name(ConfirmInterest.self)], .byOneself(recordedBy: [.hr, .centreChief])),
    (
      [
        name(SubmitNomination.self), name(CompleteNomination.self), name(AmendNomination.self),
        name(WithdrawNomination.self),
      ],
      .by(.centreChief, recordedBy: [.hr])
    ),
    (
      [name(ReceiveNomination.self), name(ConfirmEligibility.self), name(RejectEligibility.self)],
      .by(.hr)
    ),
    ([name(AdmitLateNomination.self)], .by(.board, recordedBy: [.secretary])),
    (
      [name(ListNominations.self), name(ShowNomination.self)],
      .by(.assessor, .auditor, .board, .centreChief, .dpo, .hr, .secretary)
    ),
    ([name(ShowMyCase.self)], .by(.employee)),
  ]

  private static let assessment: Rows = [
    (
      [
        name(AssignAssessor.self), name(RuleConflict.self), name(VoidAssessment.self), name(HoldCalibration.self),
        name(CloseScoring.self), name(ComputeRanking.self), name(ResolveTie.self),
      ],
      .by(.hr)
    ),
    ([name(DeclareConflict.self)], .by(.assessor, .board, .hr, recordedBy: [.hr])),
    ([name(ScoreAssessment.self), name(ReviseAssessment.self)], .by(.assessor)),
    ([name(ListAssessments.self)], .by(.assessor, .auditor, .hr)),
    ([name(ShowRanking.self)], .by(.auditor, .board, .hr, .secretary)),
  ]

  private static let selection: Rows = [
    (
      [
        name(ProposeSelection.self), name(RecordCaseNote.self), name(OfferSeat.self), name(LapseSeatOffer.self),
        name(NotifyNonSelection.self), name(PromoteReserve.self), name(LapseReserve.self),
        name(ReceiveComplaint.self), name(AnswerComplaint.self), name(DeferParticipation.self),
      ],
      .by(.hr)
    ),
    ([name(ReturnSelection.self), name(ApproveSelection.self)], .by(.board, recordedBy: [.secretary])),
    (
      [name(AcceptSeat.self), name(DeclineSeat.self), name(WithdrawParticipant.self)],
      .byOneself(recordedBy: [.hr])
    ),
    ([name(GiveFeedback.self)], .by(.leader, recordedBy: [.hr])),
    ([name(ShowSelection.self), name(ListSeats.self)], .by(.auditor, .board, .hr, .secretary)),
    ([name(ShowFeedback.self)], .by(.auditor, .employee, .hr)),
    (
      [name(RenderLetter.self), name(ListLetters.self), name(CheckLetter.self)],
      .by(.auditor, .board, .employee, .hr, .secretary)
    ),
  ]

  private static let programme: Rows = [
    (
      [name(ConfirmEntry.self), name(CorrectEntry.self), name(VoidEntry.self)],
      .by(.employee, recordedBy: [.hr])
    ),
    (
      [
        name(CompleteProgramme.self), name(IssueCertificate.self), name(RevokeCertificate.self),
        name(RecordOutcome.self),
      ],
      .by(.hr)
    ),
    (
      [
        name(RecordAttendance.self), name(FormWorkGroup.self), name(JoinWorkGroup.self), name(RegisterMentor.self),
        name(MatchMentor.self),
      ],
      .by(.hr)
    ),
    (
      [
        name(CompleteMBTIQuestionnaire.self), name(AttendMBTIFeedback.self), name(HoldWorkGroupMeeting.self),
        name(LogIndividualWork.self), name(EndMentorMatch.self), name(AgreeConfidentiality.self),
        name(LogMentorMeeting.self), name(AgreeInternship.self), name(LogInternshipDay.self),
        name(SetDevelopmentPlan.self), name(ProgressGoal.self), name(HoldGoalDialogue.self),
      ],
      .by(.employee, recordedBy: [.hr])
    ),
    (
      [
        name(ShowParticipant.self), name(ShowCalendar.self), name(ShowTimeline.self), name(ListGatherings.self),
        name(ListWorkGroups.self),
        name(ShowWorkGroup.self), name(ListMentors.self), name(ListInternships.self), name(ListDialogues.self),
        name(ListEntries.self), name(ShowEntry.self),
      ],
      .by(.auditor, .dpo, .employee, .hr)
    ),
    ([name(ShowPlan.self)], .by(.employee, .hr)),
    ([name(ShowProgress.self), name(ShowAttendance.self), name(ListDeviations.self)], .by(.auditor, .dpo, .hr)),
  ]

  private static let record: Rows = [
    ([name(ListDuties.self)], .by(.administrator, .assessor, .auditor, .board, .dpo, .employee, .hr, .secretary)),
    ([name(ListAuditTrail.self), name(FollowLog.self), name(ShowEvent.self)], .by(.auditor, .dpo, .hr)),
    ([name(ExplainPerson.self)], .by(.auditor, .hr, .leader)),
    ([name(ReplayCohort.self), name(ReplayWhatIf.self)], .by(.auditor, .dpo)),
    ([name(ShowCheckpoint.self)], .by(.administrator, .auditor, .dpo, .hr)),
    ([name(ExportBundle.self)], .by(.auditor, .dpo, .hr)),
    ([name(CheckpointForAnchoring.self), name(KeepAnchor.self)], .by(.administrator, .anchor)),
    ([name(GiveAccessDocument.self)], .by(.dpo, .employee, .hr)),
    ([name(ShowProcessingRegister.self)], .by(.administrator, .auditor, .dpo, .hr)),
    ([name(ListRules.self)], .by(.administrator, .employee)),
    ([name(ShowStatus.self)], .by(.administrator, .auditor, .dpo, .employee, .hr)),
    ([name(ShowProjections.self)], .by(.administrator, .auditor)),
    ([name(ShowMetrics.self)], .by(.administrator, .auditor, .dpo, .hr)),
    ([name(ExamineService.self)], .by(.administrator)),
    ([name(RebuildProjections.self), name(RotateLogKey.self)], .by(.administrator)),
    ([name(RotateMasterKey.self), name(EscrowMasterKey.self)], .by(.administrator)),
    ([name(MakeBackup.self)], .by(.administrator, .service)),
    ([name(ListBackups.self)], .by(.administrator, .auditor, .dpo)),
    ([name(ListLogKeys.self)], .by(.administrator, .auditor, .dpo, .hr)),
  ]

  private static let privacy: Rows = [
    ([name(RequestErasure.self)], .byOneself(recordedBy: [.dpo, .hr])),
    ([name(DecideErasure.self), name(LiftLegalHold.self)], .by(.dpo)),
    ([name(CarryOutErasure.self)], .by(.administrator)),
    ([name(SetLegalHold.self)], .by(.dpo, .hr)),
    ([name(RecordArchiveClearance.self), name(ConcludeAudit.self)], .by(.hr)),
    ([name(ListRetention.self)], .by(.auditor, .dpo, .hr)),
    ([name(ListErasures.self)], .by(.administrator, .auditor, .dpo, .hr)),
  ]

  private static func name(_ command: (some Command).Type) -> String {
    "\(command.area.interface).\(command.method)"
  }

  private static func name(_ query: (some Query).Type) -> String {
    "\(query.area.interface).\(query.method)"
  }
}
