/// Every fact of the organisation's stream.
let organisationFacts: [any OrganisationFact.Type] = [
  AccountBound.self, AccountUnbound.self, CentreChiefAppointed.self, CentrePostVacated.self, CentreRegistered.self,
  DelegationGranted.self, DelegationRevoked.self, EmploymentEnded.self, EmploymentRecorded.self,
  InformationGiven.self, PersonRegistered.self, RoleGranted.self, RoleRevoked.self,
]

/// Every command to the organisation's stream, beside those of the record.
package let organisationCommands: [any OrganisationCommand.Type] = [
  AppointCentreChief.self, BindAccount.self, EndEmployment.self, GrantDelegation.self, GrantRole.self,
  RecordEmployment.self, RegisterCentre.self, RegisterPerson.self, RevokeDelegation.self, RevokeRole.self,
  UnbindAccount.self,
  VacateCentrePost.self,
]

extension Rulebook {
  /// The rules of the organisation and of a cohort's setup, and those that every concept shares.
  static let organisation: [Rule] = [
    .orderOfTheCase, .rolesAndAccounts, .kickOff, .spread, .datesAndNumbers, .authority,
  ]
}
