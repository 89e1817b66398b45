/// The facts of the decision: proposal, seats, letters and feedback.
let selectionFacts: [any CohortFact.Type] = [
  SelectionProposed.self, SelectionReturned.self, SelectionApproved.self, CaseNoteRecorded.self, SeatOffered.self,
  SeatAccepted.self, SeatDeclined.self, SeatOfferLapsed.self, ReservePromoted.self, ReserveLapsed.self,
  ParticipantWithdrew.self, ParticipationDeferred.self, NonSelectionNotified.self, FeedbackGiven.self,
  ComplaintReceived.self, ComplaintAnswered.self,
]

/// The commands of the decision.
package let selectionCommands: [any CohortCommand.Type] = [
  ProposeSelection.self, ReturnSelection.self, ApproveSelection.self, RecordCaseNote.self, OfferSeat.self,
  AcceptSeat.self, DeclineSeat.self, LapseSeatOffer.self, PromoteReserve.self, LapseReserve.self,
  WithdrawParticipant.self, DeferParticipation.self, NotifyNonSelection.self, GiveFeedback.self,
  ReceiveComplaint.self, AnswerComplaint.self,
]

extension Rulebook {
  static let selection: [Rule] = [.seats, .approval, .feedback]
}
