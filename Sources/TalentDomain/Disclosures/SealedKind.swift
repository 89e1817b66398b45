/// Every kind of sealed record, by the name of its claim. A new record needs a case here, and a case needs a row in the table
/// of disclosures: neither compiles without the other.
package enum SealedKind: String, CaseIterable, Sendable {
  // Who somebody is.
  case personName = "person-name"
  case employmentNames = "employment-names"
  case accountBinding = "account-binding"
  case personLink = "person-link"
  case codeLink = "code-link"
  // The nomination.
  case nominationForm = "nomination-form"
  case withdrawalReasons = "withdrawal-reasons"
  case journalNumber = "journal-number"
  case eligibilityReasons = "eligibility-reasons"
  // The assessment.
  case assessmentRemark = "assessment-remark"
  case correctionReason = "correction-reason"
  case calibrationNote = "calibration-note"
  case conflictReasons = "conflict-reasons"
  case conflictRulingReasons = "conflict-ruling-reasons"
  case tieGround = "tie-ground"
  // The decision.
  case boardGround = "board-ground"
  case departureGround = "departure-ground"
  case selectionReasons = "selection-reasons"
  case proposalNote = "proposal-note"
  case returnReasons = "return-reasons"
  case minutesReference = "minutes-reference"
  case caseNote = "case-note"
  case refusalLetter = "refusal-letter"
  case feedback
  case complaint
  case complaintAnswer = "complaint-answer"
  case leavingReason = "leaving-reason"
  // The year.
  case developmentPlan = "development-plan"
  case goalNote = "goal-note"
  case entryReason = "entry-reason"
  case completionGround = "completion-ground"
  // What people ask of their data.
  case erasureReason = "erasure-reason"
  case holdReason = "hold-reason"
  case paperReference = "paper-reference"
}

extension SealedKind {
  /// The type of each kind.
  package static let types: [SealedKind: any SealedRecord.Type] = {
    let types = FactRegistry.all.flatMap { $0.sealed } + [PersonLink.self, CodeLink.self]
    return Dictionary(types.map { ($0.kind, $0) }) { first, _ in first }
  }()
}
