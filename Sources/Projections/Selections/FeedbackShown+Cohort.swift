package import TalentDomain

extension CohortReading {
  /// The answer to `ShowFeedback`: to HR and auditors, to the person, and to the immediate leader; to nobody before the
  /// letter, because that there is feedback tells the outcome.
  package func feedback(_ query: ShowFeedback) -> FeedbackShown? {
    let nominee = query.nominee.alias
    guard cohort.isOpen, nominee != .none, let due = cohort.selection.notified[nominee] else { return nil }
    guard viewer.alias == nominee || leads(nominee) || (viewer.holds(.hr, .auditor) && !isBarred(from: nominee)) else {
      return nil
    }
    var shown = FeedbackShown()
    shown.due = due
    shown.nominee = Person(nominee)
    shown.feedback = cohort.selection.feedbackGiven[nominee].flatMap { position in
      opener.opened(Feedback.self, at: position, about: nominee)
    }
    return shown
  }
}
