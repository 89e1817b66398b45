import ArgumentParser

/// `talentctl NOUN VERB`.
struct Talentctl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "talentctl",
    abstract: "The record of a leadership-talent programme, from nomination to certificate.",
    discussion: """
      Data on standard output, everything else on standard error. Exit status: 0 done, 1 refused by a rule, 3 not \
      found, 4 conflict, 5 verification failed, 64 usage, 65 bad data, 66 no input, 69 service not reachable, \
      70 internal, 75 try again, 77 not permitted, 78 configuration.
      """,
    version: "1.0.0",
    subcommands: [
      CohortNoun.self, PersonNoun.self, CentreNoun.self, AccountNoun.self, RoleNoun.self,
      DelegationNoun.self, RuleSetNoun.self, CriteriaNoun.self, ProgrammeNoun.self, GatheringNoun.self,
      CalendarNoun.self,
      ConversationNoun.self, InterestNoun.self, NominationNoun.self, EligibilityNoun.self, AssessorNoun.self,
      ConflictNoun.self, AssessmentNoun.self, CalibrationNoun.self, ScoringNoun.self, RankingNoun.self,
      SelectionNoun.self, CaseNoteNoun.self, SeatNoun.self, ReserveNoun.self, LetterNoun.self,
      FeedbackNoun.self, ComplaintNoun.self, ParticipantNoun.self, MBTINoun.self, WorkGroupNoun.self, MentorNoun.self,
      PlanNoun.self, InternshipNoun.self, DialogueNoun.self, EntryNoun.self, CertificateNoun.self,
      OutcomeNoun.self, RetentionNoun.self, LegalHoldNoun.self, ArchiveClearanceNoun.self, DutyNoun.self,
      AuditNoun.self, LogNoun.self,
      EventNoun.self, CheckpointNoun.self, RuleNoun.self, ProjectionNoun.self, ProcessingNoun.self, AdminNoun.self,
    ])
}
