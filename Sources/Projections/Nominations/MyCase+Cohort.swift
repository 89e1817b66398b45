package import TalentDomain

extension CohortReading {
  /// The answer to `ShowMyCase`: the viewer's own case, under the embargo. Somebody who is not nominated gets an answer too.
  package func myCase() -> MyCase? {
    guard cohort.isOpen else { return nil }
    var own = MyCase()
    let nominee = viewer.alias
    guard nominee != .none else { return own }
    own.nominated = cohort.nominations.live[nominee] != nil
    own.status = cohort.status(of: nominee, embargoed: true)
    if let seat = cohort.selection.seats[nominee], seat.status == .offered { own.answerBy = seat.answerBy }
    if cohort.selection.notified[nominee] != nil, let position = cohort.selection.feedbackGiven[nominee] {
      own.feedback = opener.opened(Feedback.self, at: position, about: nominee)
    }
    return own
  }
}
