/// The events of nomination, in the order in which a case meets them.
package let nominationFacts: [any CohortFact.Type] = [
  TalentConversationHeld.self, InterestConfirmed.self, NominationSubmitted.self, NominationRefused.self,
  NominationCompleted.self, NominationAmended.self, NominationWithdrawn.self, NominationReceived.self,
  LateNominationAdmitted.self, EligibilityConfirmed.self, EligibilityRejected.self,
]

/// What may be asked to be done about nominations.
package let nominationCommands: [any CohortCommand.Type] = [
  HoldTalentConversation.self, ConfirmInterest.self, SubmitNomination.self, CompleteNomination.self,
  AmendNomination.self, WithdrawNomination.self, ReceiveNomination.self, AdmitLateNomination.self,
  ConfirmEligibility.self, RejectEligibility.self,
]

extension Rulebook {
  /// In the order in which a refusal names them: who it is about, who asks, and only then what it says.
  static let nomination: [Rule] = [
    .unknownOrFormerLeader, .ownCentre, .oneLiveNomination, .deadline, .knockOut, .conversationAndInterest,
    .completeForm, .targetField,
  ]
}
