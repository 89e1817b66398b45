/// What is asked, decided and done about personal data, in the organisation's stream: it is about people, and rules judge it.
let privacyFacts: [any OrganisationFact.Type] = [
  ArchiveClearanceRecorded.self, AuditConcluded.self, ErasureBegun.self, ErasureDecided.self, ErasureRequested.self,
  LegalHoldLifted.self, LegalHoldSet.self, SubjectKeyDestroyed.self,
]

/// What may be asked to be done about it.
package let privacyCommands: [any OrganisationCommand.Type] = [
  CarryOutErasure.self, ConcludeAudit.self, DecideErasure.self, LiftLegalHold.self, RecordArchiveClearance.self,
  RequestErasure.self, SetLegalHold.self,
]

extension Rulebook {
  /// In the order in which a refusal names them: whether the data may go at all, what holds it, and only then who may say so.
  static let privacy: [Rule] = [.retention, .legalHold, .archiveClearance, .auditConcluded, .twoPeople]
}
