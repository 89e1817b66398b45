/// Every fact of the stream `record`. The service writes them of its own accord.
let recordFacts: [any RecordFact.Type] = [
  AccessDocumentGiven.self, AccessGiven.self, AccessesCounted.self, BackupMade.self, BundleExported.self,
  CheckpointAnchored.self,
  ClockStepped.self, CommandRefused.self, LetterRendered.self, LogKeyRotated.self, MasterKeyEscrowed.self,
  MasterKeyRotated.self, RefusalsSummarised.self, ServiceReconfigured.self, ServiceRestored.self, ServiceStarted.self,
  ServiceStopped.self,
]

/// The commands by which people keep the record; what they record is about a person, so it stands in the organisation's
/// stream.
package let recordCommands: [any OrganisationCommand.Type] = [GiveInformation.self]
