internal import TalentDomain

/// How an access document tells of a type of event, where it is about the person. A type without a row is one that is about
/// nobody; a test holds every type to be in one of the two tables.
struct AccessTreatment {
  /// Which chapter it belongs to; those of a case come once a cohort.
  enum Chapter {
    case register, access, nomination, judgement, programme, conduct, record
  }

  let chapter: Chapter
  let retention: RetentionClass
  /// From whom it came, where the person did not say it.
  let from: String
  /// To the person.
  let title: String
  /// Whether it is told only once the person has been told how the case was decided.
  let isEmbargoed: Bool

  private init(
    _ chapter: Chapter, _ retention: RetentionClass, from: String, _ title: String, isEmbargoed: Bool = false
  ) {
    self.chapter = chapter
    self.retention = retention
    self.from = from
    self.title = title
    self.isEmbargoed = isEmbargoed
  }

  static func of(_ type: String) -> AccessTreatment? { table[type] }

  private static let table: [String: AccessTreatment] = {
    var table: [String: AccessTreatment] = [:]
    for (type, treatment) in register + access + nomination + judgement + programme + record {
      table["\(type.type)"] = treatment
    }
    return table
  }()

  private typealias Rows = [(any Fact.Type, AccessTreatment)]

  private static let hr = "HR-Centret"
  private static let registerSource = "Kommunens personaleregister"
  private static let administrators = "Kommunens systemadministrator"
  private static let leader = "Din nærmeste leder"
  private static let organisers = "Dig, den du mødtes med, eller HR-Centret"

  private static let register: Rows = [
    (
      PersonRegistered.self,
      AccessTreatment(.register, .employment, from: registerSource, "Dit navn og medarbejdernummer")
    ),
    (
      EmploymentRecorded.self,
      AccessTreatment(.register, .employment, from: registerSource, "Din ansættelse")
    ),
    (
      EmploymentEnded.self,
      AccessTreatment(.register, .employment, from: registerSource, "Din ansættelse er ophørt")
    ),
  ]

  private static let access: Rows = [
    (
      AccountBound.self,
      AccessTreatment(.access, .account, from: administrators, "Du har fået adgang til systemet")
    ),
    (
      AccountUnbound.self,
      AccessTreatment(.access, .account, from: administrators, "Din adgang til systemet er ophørt")
    ),
    (RoleGranted.self, AccessTreatment(.access, .record, from: administrators, "Du har fået en rolle")),
    (RoleRevoked.self, AccessTreatment(.access, .record, from: administrators, "En rolle er taget fra dig")),
    (
      DelegationGranted.self,
      AccessTreatment(.access, .record, from: hr, "En fuldmagt til at registrere er givet")
    ),
    (
      DelegationRevoked.self,
      AccessTreatment(.access, .record, from: hr, "En fuldmagt til at registrere er taget tilbage")
    ),
    (
      CentreChiefAppointed.self,
      AccessTreatment(.access, .record, from: hr, "Du er udpeget som centerchef eller stedfortræder")
    ),
    (
      CentrePostVacated.self,
      AccessTreatment(.access, .record, from: hr, "Du er fratrådt som centerchef eller stedfortræder")
    ),
  ]

  private static let nomination: Rows = [
    (
      TalentConversationHeld.self,
      AccessTreatment(.nomination, .nomination, from: leader, "Talentsamtale med din leder")
    ),
    (
      InterestConfirmed.self,
      AccessTreatment(.nomination, .nomination, from: hr, "Din interesse er bekræftet")
    ),
    (
      NominationSubmitted.self,
      AccessTreatment(.nomination, .nomination, from: "Din centerchef", "Du er indstillet")
    ),
    (
      NominationRefused.self,
      AccessTreatment(.nomination, .nomination, from: "Din centerchef", "Et skema om dig er afvist og gemt")
    ),
    (
      NominationCompleted.self,
      AccessTreatment(.nomination, .nomination, from: "Din centerchef", "Skemaet om dig er udfyldt færdigt")
    ),
    (
      NominationAmended.self,
      AccessTreatment(.nomination, .nomination, from: "Din centerchef", "Skemaet om dig er ændret")
    ),
    (
      NominationWithdrawn.self,
      AccessTreatment(.nomination, .nomination, from: "Din centerchef", "Indstillingen af dig er trukket tilbage")
    ),
    (
      NominationReceived.self,
      AccessTreatment(.nomination, .nomination, from: hr, "HR-Centret har modtaget indstillingen")
    ),
    (
      LateNominationAdmitted.self,
      AccessTreatment(.nomination, .nomination, from: "Direktionen", "Indstillingen kom for sent, men er godtaget")
    ),
  ]

  private static let judgement: Rows = [
    embargoed(EligibilityConfirmed.self, .nomination, from: hr, "Du opfylder deltagelsesbetingelserne"),
    embargoed(EligibilityRejected.self, .nomination, from: hr, "Du opfylder ikke deltagelsesbetingelserne"),
    embargoed(AssessorAssigned.self, .assessment, from: hr, "En bedømmer er udpeget til din sag"),
    embargoed(ConflictDeclared.self, .assessment, from: "Den, det gælder", "Nogen er oplyst at være inhabil"),
    embargoed(ConflictRuled.self, .assessment, from: hr, "Et spørgsmål om inhabilitet er afgjort"),
    embargoed(AssessmentScored.self, .assessment, from: "En bedømmer", "Du har fået point for et spørgsmål"),
    embargoed(AssessmentRevised.self, .assessment, from: "En bedømmer", "Point til dig er rettet"),
    embargoed(AssessmentVoided.self, .assessment, from: hr, "Point til dig er annulleret"),
    embargoed(RankingComputed.self, .assessment, from: "Beregnet af systemet", "Din placering på ranglisten"),
    embargoed(TieResolved.self, .assessment, from: hr, "Du havde lige så mange point som andre"),
    embargoed(CalibrationHeld.self, .assessment, from: hr, "Bedømmerne har holdt kalibreringsmøde"),
    embargoed(SelectionProposed.self, .selection, from: hr, "HR-Centrets forslag til udvælgelse"),
    embargoed(SelectionReturned.self, .selection, from: "Direktionen", "Direktionen har sendt forslaget tilbage"),
    embargoed(SelectionApproved.self, .selection, from: "Direktionen", "Direktionen har godkendt udvælgelsen"),
    embargoed(CaseNoteRecorded.self, .selection, from: hr, "Et notat på din sag"),
    embargoed(SeatOffered.self, .selection, from: hr, "Du er tilbudt en plads"),
    embargoed(SeatAccepted.self, .selection, from: hr, "Du har taget imod pladsen"),
    embargoed(SeatDeclined.self, .selection, from: hr, "Du har sagt nej til pladsen"),
    embargoed(SeatOfferLapsed.self, .selection, from: hr, "Tilbuddet om en plads er bortfaldet"),
    embargoed(NonSelectionNotified.self, .selection, from: hr, "Du har fået afslag"),
    embargoed(FeedbackGiven.self, .feedback, from: leader, "Din leder har givet dig tilbagemelding"),
    embargoed(ReservePromoted.self, .selection, from: hr, "Du er rykket op fra reservelisten"),
    embargoed(ReserveLapsed.self, .selection, from: hr, "Din plads på reservelisten er bortfaldet"),
    embargoed(ParticipantWithdrew.self, .selection, from: hr, "Du er trådt ud af forløbet"),
    embargoed(ParticipationDeferred.self, .selection, from: hr, "Din deltagelse er udskudt"),
    embargoed(ComplaintReceived.self, .selection, from: "Dig selv, registreret af HR-Centret", "Din klage"),
    embargoed(ComplaintAnswered.self, .selection, from: hr, "Svaret på din klage"),
  ]

  private static let programme: Rows = [
    embargoed(AttendanceRecorded.self, from: hr, "Du deltog i en samling"),
    embargoed(MBTIQuestionnaireCompleted.self, from: organisers, "Du besvarede MBTI-spørgeskemaet"),
    embargoed(MBTIFeedbackAttended.self, from: organisers, "Du deltog i MBTI-tilbagemeldingen"),
    embargoed(WorkGroupFormed.self, from: hr, "Du er sat i en arbejdsgruppe"),
    embargoed(WorkGroupMemberJoined.self, from: hr, "Du er kommet med i en arbejdsgruppe"),
    embargoed(WorkGroupMeetingHeld.self, from: organisers, "Din arbejdsgruppe holdt møde"),
    embargoed(IndividualWorkLogged.self, from: organisers, "Du arbejdede individuelt"),
    embargoed(MentorMatched.self, from: hr, "Du har fået en mentor"),
    embargoed(MentorMatchEnded.self, from: organisers, "Forløbet med din mentor er slut"),
    embargoed(ConfidentialityAgreed.self, from: organisers, "Aftale om fortrolighed med din mentor"),
    embargoed(MentorMeetingHeld.self, from: organisers, "Møde med din mentor"),
    embargoed(InternshipAgreed.self, from: organisers, "Aftale om praktik"),
    embargoed(InternshipDayLogged.self, from: organisers, "Du var i praktik"),
    embargoed(DevelopmentPlanSet.self, from: organisers, "Din udviklingsplan"),
    embargoed(DevelopmentGoalProgressed.self, from: organisers, "Et mål i din udviklingsplan"),
    embargoed(GoalDialogueHeld.self, from: organisers, "Karriere- og måldialog med din leder"),
    embargoed(EntryConfirmed.self, from: "Den, du mødtes med", "En registrering er bekræftet"),
    embargoed(EntryCorrected.self, from: organisers, "En registrering er rettet"),
    embargoed(EntryVoided.self, from: organisers, "En registrering er annulleret"),
    embargoed(
      DeviationFlagged.self, from: "Beregnet af systemet", "Noget afviger fra det forventede (kun en advarsel)"),
    embargoed(ProgrammeCompleted.self, from: hr, "Du har gennemført programmet"),
    embargoed(CertificateIssued.self, from: hr, "Dit deltagerbevis er udstedt"),
    embargoed(CertificateRevoked.self, from: hr, "Dit deltagerbevis er tilbagekaldt"),
    embargoed(OutcomeRecorded.self, from: hr, "Hvad der er blevet af dig efter forløbet"),
    (
      MentorRegistered.self,
      AccessTreatment(.conduct, .programme, from: hr, "Du er registreret som mentor")
    ),
  ]

  private static let record: Rows = [
    (InformationGiven.self, AccessTreatment(.record, .record, from: hr, "Du er oplyst om brugen af dine data")),
    (
      LetterRendered.self,
      AccessTreatment(.record, .record, from: hr, "Et brev til dig er dannet", isEmbargoed: true)
    ),
    (
      BundleExported.self,
      AccessTreatment(.record, .record, from: hr, "Dokumentation for forløbet er udleveret")
    ),
    (
      AccessDocumentGiven.self,
      AccessTreatment(.record, .record, from: hr, "Du har fået indsigt i dine oplysninger")
    ),
    (
      ErasureRequested.self,
      AccessTreatment(.record, .record, from: "Dig selv, registreret af HR-Centret", "Du har bedt om sletning")
    ),
    (
      ErasureDecided.self,
      AccessTreatment(
        .record, .record, from: "Kommunens databeskyttelsesrådgiver", "Det er afgjort, om oplysninger om dig slettes")
    ),
    (ErasureBegun.self, AccessTreatment(.record, .record, from: hr, "Sletning af oplysninger om dig er sat i værk")),
    (
      SubjectKeyDestroyed.self,
      AccessTreatment(.record, .record, from: "Systemet", "Oplysninger om dig er slettet for altid")
    ),
    (
      LegalHoldSet.self,
      AccessTreatment(.record, .record, from: hr, "Oplysninger om dig må ikke slettes foreløbig")
    ),
    (
      LegalHoldLifted.self,
      AccessTreatment(.record, .record, from: hr, "Oplysninger om dig må igen slettes")
    ),
    (
      CommandRefused.self,
      AccessTreatment(.conduct, .record, from: "Systemet", "Noget, du ville registrere, blev afvist efter reglerne")
    ),
    (
      RefusalsSummarised.self,
      AccessTreatment(.conduct, .record, from: "Systemet", "Flere afvisninger inden for en time")
    ),
  ]

  private static func embargoed(
    _ type: any Fact.Type, _ retention: RetentionClass = .programme, from source: String, _ title: String
  ) -> (any Fact.Type, AccessTreatment) {
    let chapter: Chapter = retention == .programme ? .programme : .judgement
    return (type, AccessTreatment(chapter, retention, from: source, title, isEmbargoed: true))
  }
}

extension AccessTreatment {
  /// Types that say something of a cohort, of the log or of the service, and of nobody.
  static let aboutNobody: Set<String> = Set(
    ([
      CentreRegistered.self, CohortOpened.self, RuleSetAdopted.self, CriteriaPublished.self, ProgrammePublished.self,
      GatheringRescheduled.self, DeadlineExtended.self, SeatCountChanged.self, ScoringClosed.self,
      BackupMade.self, CheckpointAnchored.self, ClockStepped.self, LogKeyRotated.self, MasterKeyEscrowed.self,
      MasterKeyRotated.self, ServiceReconfigured.self, ServiceRestored.self, ServiceStarted.self, ServiceStopped.self,
      ArchiveClearanceRecorded.self,
      AuditConcluded.self,
    ] as [any Fact.Type]).map { "\($0.type)" })

  /// Steps in the judging of everybody who was nominated, whether or not the event names them.
  static let ofAllNominees: Set<String> = Set(
    ([CalibrationHeld.self, SelectionApproved.self, SelectionReturned.self] as [any Fact.Type]).map { "\($0.type)" })

  /// What is recorded of whoever acts, and names nobody.
  static func isByActor(_ type: String) -> Bool {
    type == "\(CommandRefused.type)" || type == "\(RefusalsSummarised.type)"
  }

  /// Looks at people's data, which stand in a chapter of their own.
  static let looks: Set<String> = ["\(AccessGiven.type)", "\(AccessesCounted.type)"]
}

/// What stands sealed beside events of a case although it is not the person's alone, and why it is not handed out.
enum AccessSecrets {
  static func why(_ name: String) -> String { table[name] ?? others }

  static let others =
    "Det handler om en anden person, som har krav på, at det ikke udleveres (databeskyttelsesforordningens artikel 15, "
    + "stk. 4)."

  private static let many =
    "Det handler om flere på én gang og kan ikke udleveres, uden at andres oplysninger følger med "
    + "(databeskyttelsesforordningens artikel 15, stk. 4). Bed HR-Centret om den del, der handler om dig."

  private static let table: [String: String] = [
    CalibrationNote.name: many, ProposalNote.name: many, ReturnReasons.name: many,
    ConflictReasons.name:
      "Det handler om den ansattes eget forhold, for eksempel familie (databeskyttelsesforordningens artikel 15, "
      + "stk. 4).",
    ConflictRulingReasons.name:
      "Det handler om den ansattes eget forhold, for eksempel familie (databeskyttelsesforordningens artikel 15, "
      + "stk. 4).",
  ]
}
