internal import TalentDomain

/// From the proposal to the answer to a complaint.
extension CaseReading {
  var proposal: ExplainedProposal? {
    guard let state = cohort.selection.proposal, state.nominees.contains(nominee) else { return nil }
    var line = ExplainedProposal()
    line.departure = state.departures.contains(nominee)
    line.digest = state.digest
    line.ground =
      opener.records(DepartureGround.self, at: state.position, about: nil, author: state.proposer)
      .first { $0.nominee == nominee }?.ground
    line.part = state.selected.contains(nominee) ? .selected : state.reserve.contains(nominee) ? .reserve : .rest
    line.place = state.reserve.firstIndex(of: nominee).map { $0 + 1 }
    line.position = reference(state.position)
    line.reasons =
      opener.records(SelectionReasons.self, at: state.position, about: nil, author: state.proposer)
      .first { $0.nominee == nominee }?.reasons
    line.status = state.status
    return line
  }

  var approval: ExplainedApproval? {
    guard let (fact, header) = steps.last(SelectionApproved.self) else { return nil }
    let reference = opener.opened(MinutesReference.self, at: header.position)
    var line = ExplainedApproval()
    line.journal = reference?.journal
    line.meeting = fact.meeting
    line.member = Person(fact.member)
    line.minutes = fact.minutes
    line.position = self.reference(header.position)
    line.present = fact.present.map { Person($0) }
    line.title = reference?.meeting
    return line
  }

  var letter: ExplainedWords? {
    let told = steps.last(NonSelectionNotified.self)?.header ?? steps.last(ReserveLapsed.self)?.header
    return told.map { header in
      words(header, opener.opened(RefusalLetter.self, at: header.position, about: nominee)?.reasons)
    }
  }

  var feedback: ExplainedFeedback? {
    guard let due = cohort.selection.notified[nominee] else { return nil }
    var line = ExplainedFeedback()
    line.due = due
    if let position = cohort.selection.feedbackGiven[nominee] {
      line.feedback = opener.opened(Feedback.self, at: position, about: nominee)
      line.position = reference(position)
    }
    return line
  }

  var complaints: [ExplainedWords] {
    steps.steps.compactMap { fact, header in
      switch fact {
      case is ComplaintReceived:
        words(header, opener.opened(Complaint.self, at: header.position, about: nominee)?.text)
      case is ComplaintAnswered:
        words(header, opener.opened(ComplaintAnswer.self, at: header.position, about: nominee)?.text)
      default: nil
      }
    }
  }

  private func words(_ header: Header, _ text: Text?) -> ExplainedWords {
    var line = ExplainedWords()
    line.day = header.localDate
    line.position = reference(header.position)
    let fact = steps.steps.first { $0.header.position == header.position }?.fact
    line.type = fact.map { Line("\(type(of: $0).type)") } ?? Line("")
    line.words = text
    return line
  }
}
