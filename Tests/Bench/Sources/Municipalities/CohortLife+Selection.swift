import TalentDomain

// From the opening of a cohort to its seats.

extension CohortLife {
  func open(_ hand: Hand) async throws {
    var open = OpenCohort()
    open.cohort = code
    open.deadline = calendar.deadline
    open.kickOff = calendar.kickOff
    open.mbtiDate = calendar.mbti
    open.seats = Self.seats
    open.title = Line("Udvikling af ledelsestalent \(calendar.year)")
    try await hand.send(open, by: municipality.hr)
    var rules = AdoptRuleSet()
    rules.cohort = code
    rules.from = Stage.opening.day(calendar)
    rules.version = Code("\(calendar.year).1") ?? .blank
    try await hand.send(rules, by: municipality.hr)
    var criteria = PublishCriteria()
    criteria.cohort = code
    criteria.criteria = .ofTheProgramme
    try await hand.send(criteria, by: municipality.hr)
    var programme = PublishProgramme()
    programme.cohort = code
    programme.gatherings = calendar.gatherings
    try await hand.send(programme, by: municipality.hr)
  }

  /// Each chief hands in the centre's forms.
  func nominate(_ hand: Hand) async throws {
    for centre in 0..<Municipality.centres {
      let forms = nominees.filter { $0.centre == centre }.map { nominee in
        var form = SubmitNomination()
        form.ambition = true
        form.answers = (1...5).map {
          AnswerGiven(
            $0, .demonstrated, "Medarbejderen følger op på mål og samler kollegerne om kerneopgaven; set siden 2024.")
        }
        form.cohort = code
        form.conversation = TalentConversation(calendar.date(1, 14), startedBy: .leader)
        form.engagement = true
        form.field = .own
        form.interest = true
        form.interestConfirmed = calendar.date(1, 15)
        form.nominee = nominee.reference
        return form
      }
      try await hand.importAll(forms, by: municipality.chief(centre))
    }
  }

  func findEligible(_ hand: Hand) async throws {
    try await hand.send(
      each(nominees, by: byHR) { nominee in
        var receive = ReceiveNomination()
        receive.cohort = code
        receive.nominee = nominee.reference
        return receive
      })
    try await hand.send(
      each(nominees, by: byHR) { nominee in
        var confirm = ConfirmEligibility()
        confirm.cohort = code
        confirm.nominee = nominee.reference
        return confirm
      })
    for assessor in municipality.assessors {
      var assign = AssignAssessor()
      assign.assessor = PersonRef(given: assessor)
      assign.cohort = code
      try await hand.send(assign, by: municipality.hr)
    }
  }

  /// Both assessors score everybody; the nominee at place n lacks n of 72 equal shares of the whole, so that no two tie.
  func assess(_ hand: Hand) async throws {
    for (half, assessor) in municipality.assessors.enumerated() {
      let scores = nominees.flatMap { nominee in
        (1...5).map { question in
          var score = ScoreAssessment()
          score.basis = .demonstrated
          score.cohort = code
          score.nominee = nominee.reference
          score.points = 4 - Self.lacking(nominee.place, question, half)
          score.question = question
          // One in three has a remark, as in last year's files.
          score.remark = question == 3 ? "Set i praksis på fælles temadag; enig i chefens vurdering." : nil
          return score
        }
      }
      try await hand.importAll(scores, by: assessor)
    }
  }

  /// A point of the first category, of three questions and two assessors, is one share; one of the others three.
  private static func lacking(_ place: Int, _ question: Int, _ half: Int) -> Int {
    let (second, third) = (place / 6, place / 24)
    let first = place - 3 * (second + third)
    switch question {
    case 4: return (second + half) / 2
    case 5: return (third + half) / 2
    default: return (first + half * 3 + question - 1) / 6
    }
  }

  func propose(_ hand: Hand) async throws {
    var calibration = HoldCalibration()
    calibration.cohort = code
    calibration.date = Stage.proposal.day(calendar)
    calibration.present = ([municipality.hr] + municipality.assessors).map { PersonRef(given: $0) }
    try await hand.send(calibration, by: municipality.hr)
    var close = CloseScoring()
    close.cohort = code
    try await hand.send(close, by: municipality.hr)
    var compute = ComputeRanking()
    compute.cohort = code
    try await hand.send(compute, by: municipality.hr)
    var proposal = ProposeSelection()
    proposal.cohort = code
    proposal.reserve = inReserve.map(\.reference)
    proposal.selected = participants.map(\.reference)
    try await hand.send(proposal, by: municipality.hr)
  }

  func approve(_ hand: Hand) async throws {
    var show = ShowSelection()
    show.cohort = code
    guard let digest = try await hand.ask(show, by: municipality.board[0]).digest else {
      throw Trouble("there is no proposal")
    }
    var approve = ApproveSelection()
    approve.cohort = code
    approve.journal = Line("00.22.04-A00-\(municipality.code)-\(calendar.year)")
    approve.meeting = BoardMeeting(date: Stage.approval.day(calendar), title: "Direktionsmøde")
    approve.minutes = digest
    approve.present = municipality.board.map { PersonRef(given: $0) }
    approve.proposal = digest
    try await hand.send(approve, by: municipality.board[0])
  }

  func offerSeats(_ hand: Hand) async throws {
    try await hand.send(
      each(participants, by: byHR) { participant in
        var offer = OfferSeat()
        offer.cohort = code
        offer.nominee = participant.reference
        return offer
      })
  }

  func answerOffers(_ hand: Hand) async throws {
    try await hand.send(
      each(participants, by: byOneself) { participant in
        var accept = AcceptSeat()
        accept.cohort = code
        accept.nominee = participant.reference
        return accept
      })
  }

  /// A letter to each, and the leader's honest answers.
  func tell(_ nominees: some Sequence<Nominee>, _ hand: Hand) async throws {
    try await hand.send(
      each(nominees, by: byHR) { nominee in
        var letter = NotifyNonSelection()
        letter.cohort = code
        letter.nominee = nominee.reference
        letter.reasons = "Andre stod stærkere i helhedssyn; vi opfordrer til at søge igen."
        return letter
      })
    try await giveFeedback(to: nominees, hand)
  }

  func giveFeedback(to nominees: some Sequence<Nominee>, _ hand: Hand) async throws {
    try await hand.send(
      each(nominees, by: leader) { nominee in
        var feedback = GiveFeedback()
        feedback.alternatives = "Grundkursus i projektledelse og følordning hos en leder."
        feedback.cohort = code
        feedback.next = "Prøv dig af som projektleder det næste år."
        feedback.nominee = nominee.reference
        feedback.realistic = "Ja, du var tæt på."
        feedback.rightNow = "Ja, men du har brug for mere erfaring på tværs af centre."
        return feedback
      })
  }
}

extension Criteria {
  /// Five questions in three categories of equal weight; of the last only what has been shown counts.
  fileprivate static var ofTheProgramme: Criteria {
    var criteria = Criteria()
    criteria.framework = "Ledelsesgrundlag 2026"
    criteria.version = "kriterier-1"
    let categories = [
      ("Evner og kompetencer", "Abilities and competences"), ("Engagement", "Commitment"),
      ("Motivation for mere", "Motivation for more"),
    ]
    criteria.categories = categories.enumerated().map { index, words in
      var category = TalentDomain.Category()
      category.da = Line(words.0)
      category.en = Line(words.1)
      category.number = index + 1
      category.weight = Rational(1, 3)
      return category
    }
    criteria.questions = [(1, 1), (2, 1), (3, 1), (4, 2), (5, 3)].map { number, category in
      var question = Question()
      question.bases = number == 5 ? [.demonstrated, .none] : Basis.allCases
      question.category = category
      question.da = Line("Har talentet udvist adfærd, som spørgsmål \(number) handler om?")
      question.en = Line("Has the talent shown what question \(number) is about?")
      question.number = number
      return question
    }
    return criteria
  }
}
