package import TalentDomain

extension CohortReading {
  /// The answer to `ShowFeedback`: to HR and auditors, to the person, and to the immediate leader; to nobody before the
  /// letter, because that there is feedback tells the outcome.
  package func feedback(_ query: ShowFeedback) -> FeedbackShown? {
    let nominee = query.nominee.alias
    guard cohort.isOpen, nominee != .none, let due = cohort.selection.notified[nominee] else { return nil }
    let isLeader = leads(nominee)
    guard viewer.alias == nominee || isLeader || viewer.holds(.hr, .auditor) else { return nil }
    var shown = FeedbackShown()
    shown.due = due
    shown.nominee = Person(nominee)
    // Only the immediate leader may give it (R12), so the leader counts as its author.
    shown.feedback = cohort.selection.feedbackGiven[nominee].flatMap { position in
      opener.opened(Feedback.self, at: position, about: nominee, author: isLeader ? viewer.alias : nil)
    }
    return shown
  }
}
