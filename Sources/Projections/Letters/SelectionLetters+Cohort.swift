internal import TalentDomain

// To one nominee about the own case. Each begins from its ground, which `missing` has found.
extension LetterReading {
  func offer(to nominee: Alias) throws(Refusal) -> Letter {
    guard let ground = grounds.offers[nominee] else { throw .notFound }
    var contents = OfferContents()
    contents.answerBy = ground.fact.answerBy
    contents.gatherings = cohort.setup.gatherings
    contents.kickOff = cohort.setup.kickOff
    contents.mbtiDate = cohort.setup.mbtiDate
    contents.promoted = ground.fact.isPromotion
    contents.tracks = Track.inOrder.map { track in
      let range = cohort.expected(track, on: ground.date)
      var line = TrackExpectation()
      (line.least, line.most, line.track) = (range.least, range.most, track)
      return line
    }
    return Letter(.offer, head(ground.date, to: nominee), contents)
  }

  func reserve(of nominee: Alias) throws(Refusal) -> Letter {
    // The place is the approved one: those ahead may have been promoted since.
    guard let ground = grounds.approval,
      let index = cohort.selection.approvedProposal?.reserve.firstIndex(of: nominee)
    else { throw .notFound }
    var contents = ReserveContents()
    contents.kickOff = cohort.setup.kickOff
    contents.place = index + 1
    contents.secondGathering = cohort.setup.secondGathering
    return Letter(.reserve, head(ground.date, to: nominee), contents)
  }

  func refusal(of nominee: Alias) throws(Refusal) -> Letter {
    guard let ground = grounds.refusals[nominee] else { throw .notFound }
    var contents = RefusalContents()
    contents.feedbackDue = ground.fact.feedbackDue
    contents.ineligible = ground.fact.ground == .ineligible
    contents.leader = leader(of: nominee)
    contents.reasons = try reasons(at: ground.position, of: nominee)
    return Letter(.refusal, head(ground.date, to: nominee), contents)
  }

  func lapse(of nominee: Alias) throws(Refusal) -> Letter {
    guard let ground = grounds.lapses[nominee] else { throw .notFound }
    var contents = LapseContents()
    contents.early = ground.fact.early
    contents.feedbackDue = ground.fact.feedbackDue
    contents.leader = leader(of: nominee)
    contents.reasons = try reasons(at: ground.position, of: nominee)
    return Letter(.lapse, head(ground.date, to: nominee), contents)
  }

  /// As answered by the immediate leader, and before that a sheet to write on, of the day of the refusal.
  func feedback(to nominee: Alias) throws(Refusal) -> Letter {
    guard let due = cohort.selection.notified[nominee],
      let told = grounds.refusals[nominee]?.date ?? grounds.lapses[nominee]?.date
    else { throw .notFound }
    var contents = FeedbackContents()
    contents.due = due
    contents.leader = leader(of: nominee)
    guard let given = grounds.feedbacks[nominee] else { return Letter(.feedback, head(told, to: nominee), contents) }
    guard let feedback = opener.opened(Feedback.self, at: given.position, about: nominee) else {
      throw wordsErased
    }
    contents.alternatives = feedback.alternatives
    contents.given = given.date
    contents.next = feedback.next
    contents.realistic = feedback.realistic
    contents.rightNow = feedback.rightNow
    return Letter(.feedback, head(given.date, to: nominee), contents)
  }

  func information(to nominee: Alias) -> Letter {
    var contents = InformationContents()
    contents.retentionYears = cohort.setup.rules(on: today).retentionYears
    return Letter(.information, head(today, to: nominee), contents)
  }

  private func reasons(at position: Int, of nominee: Alias) throws(Refusal) -> Text {
    guard let letter = opener.opened(RefusalLetter.self, at: position, about: nominee) else {
      throw wordsErased
    }
    return letter.reasons
  }

  func leader(of person: Alias) -> Person? { reading.leader(of: person).map { Person($0) } }
}
