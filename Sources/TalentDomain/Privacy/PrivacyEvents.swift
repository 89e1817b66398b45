/// What is asked, decided and done about personal data, in the organisation's stream: it is about people, and rules judge it.
let privacyFacts: [any OrganisationFact.Type] = [
  ArchiveClearanceRecorded.self, AuditConcluded.self, ErasureBegun.self, ErasureDecided.self, ErasureRequested.self,
  LegalHoldLifted.self, LegalHoldSet.self, SubjectKeyDestroyed.self,
]
