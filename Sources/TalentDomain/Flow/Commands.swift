/// Every command there is, by the stream that it writes to.
package enum Commands {
  package static let organisation: [any OrganisationCommand.Type] =
    organisationCommands + recordCommands + privacyCommands
  package static let cohort: [any CohortCommand.Type] =
    setupCommands + nominationCommands + assessmentCommands + selectionCommands + programmeCommands

  package static var all: [any Command.Type] { organisation + cohort }
}
