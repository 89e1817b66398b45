package import TalentDomain

/// One method of the socket: its name, and the form of what goes in and comes out.
package struct Method: Sendable {
  package enum Kind: Sendable {
    case command, imports, query
  }

  package let name: String
  package let area: Area
  package let kind: Kind
  package let purpose: Bilingual
  package let input: RecordShape
  package let output: RecordShape
  package let streams: Bool

  /// `dk.talentd.nomination.SubmitNomination`.
  package var fullName: String { "\(area.interface).\(name)" }
}

extension Area {
  package var interface: String { "dk.talentd.\(rawValue)" }
}

/// All methods: one a command, one an import, one a query.
package enum Methods {
  package static let all: [Method] = commands + imports + queries

  package static let byName: [String: Method] = Dictionary(uniqueKeysWithValues: all.map { ($0.fullName, $0) })

  /// Full names, sorted.
  package static let names: [String] = all.map(\.fullName).sorted()

  private static let commands: [Method] =
    Commands.organisation.map { command($0) } + Commands.cohort.map { command($0) }

  private static let imports: [Method] = Imports.all.map { command, name in importing(command, name) }

  private static let queries: [Method] = Queries.all.map { query($0) }

  private static func command<C: Command>(_: C.Type) -> Method {
    Method(
      name: C.method, area: C.area, kind: .command, purpose: C.purpose, input: Write<C>.recordShape,
      output: Receipt.recordShape, streams: false)
  }

  private static func importing<C: Command>(_: C.Type, _ name: String) -> Method {
    Method(
      name: name, area: C.area, kind: .imports,
      purpose: Bilingual(
        da: "Mange på én gang, bedømt én for én i denne rækkefølge. \(C.purpose.da)",
        en: "Many at once, judged one by one in this order. \(C.purpose.en)"),
      input: Import<C>.recordShape, output: ImportOutcome.recordShape, streams: false)
  }

  private static func query<Q: Query>(_: Q.Type) -> Method {
    Method(
      name: Q.method, area: Q.area, kind: .query, purpose: Q.purpose, input: Ask<Q>.recordShape,
      output: Q.Answer.recordShape, streams: Q.streams)
  }
}

/// The commands that come many at once, from HR's files.
package enum Imports {
  package static let all: [(command: any Command.Type, name: String)] = [
    (RegisterCentre.self, "ImportCentres"), (RegisterPerson.self, "ImportPeople"),
    (AppointCentreChief.self, "ImportCentreChiefs"), (BindAccount.self, "ImportAccounts"),
    (SubmitNomination.self, "ImportNominations"), (ScoreAssessment.self, "ImportAssessments"),
    (RecordAttendance.self, "ImportAttendance"),
    (CompleteMBTIQuestionnaire.self, "ImportMBTIQuestionnaires"), (AttendMBTIFeedback.self, "ImportMBTIFeedback"),
    (HoldWorkGroupMeeting.self, "ImportWorkGroupMeetings"), (LogIndividualWork.self, "ImportIndividualWork"),
    (RegisterMentor.self, "ImportMentors"), (MatchMentor.self, "ImportMentorMatches"),
    (AgreeConfidentiality.self, "ImportConfidentiality"), (LogMentorMeeting.self, "ImportMentorMeetings"),
    (SetDevelopmentPlan.self, "ImportDevelopmentPlans"), (AgreeInternship.self, "ImportInternships"),
    (LogInternshipDay.self, "ImportInternshipDays"), (HoldGoalDialogue.self, "ImportGoalDialogues"),
  ]

  package static func name(of command: any Command.Type) -> String? {
    all.first { $0.command == command }?.name
  }
}

package enum Queries {
  package static let all: [any Query.Type] = [
    ListCohorts.self, ShowCohort.self, ShowCriteria.self, ListNominations.self, ShowNomination.self, ShowMyCase.self,
    ListAssessments.self, ShowRanking.self, ShowSelection.self, ListSeats.self, ShowFeedback.self, RenderLetter.self,
    ListLetters.self, CheckLetter.self, ShowParticipant.self,
    ShowProgress.self, ShowCalendar.self, ShowTimeline.self, ListGatherings.self, ShowAttendance.self,
    ListWorkGroups.self,
    ShowWorkGroup.self, ListMentors.self, ShowPlan.self, ListInternships.self, ListDialogues.self, ListDeviations.self,
    ListEntries.self, ShowEntry.self,
    ListPeople.self, ShowPerson.self, ListLooks.self, ListCentres.self, ListRoles.self, WhoAmI.self, ListDuties.self,
    ListAuditTrail.self,
    FollowLog.self, ShowEvent.self, ShowCheckpoint.self, ExportBundle.self, ListRules.self, ShowStatus.self,
    ShowMetrics.self, ExamineService.self,
    ShowProjections.self, RebuildProjections.self, RotateLogKey.self, ListLogKeys.self,
    RotateMasterKey.self, EscrowMasterKey.self, MakeBackup.self, ListBackups.self,
    ReplayCohort.self, ReplayWhatIf.self, ExplainPerson.self, CheckpointForAnchoring.self, KeepAnchor.self,
    GiveAccessDocument.self, ShowProcessingRegister.self, ShowStatistics.self, ListRetention.self, ListErasures.self,
  ]
}
