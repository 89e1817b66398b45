import TalentDomain

extension Scene {
  /// An organisation of two centres; three forms, one of them refused afterwards as late.
  static func nominated() -> Scene {
    var it = Scene()
    for (code, name, chief) in [(centre, "Skoler", Scene.chief), (otherCentre, "Drift", otherChief)] {
      var registered = Centre(name: Line(name))
      registered.chief = it.person(chief)
      let id = it.person(code)
      it.organisation.centres[id] = registered
    }
    let staff =
      [hr, otherHR, board, secretary, auditor, dpo, administrator, chief, otherChief, leader] + assessors + nominees
    for number in staff {
      it.organisation.employ(
        it.person(number),
        as: Employee(
          centre: it.person(number == 33 ? otherCentre : centre), workplace: it.person(workplace),
          profession: it.person(profession), leader: nominees.contains(number) ? it.person(leader) : nil,
          hasLed: false))
    }
    let roles: [(Role, [Int])] = [
      (.hr, [hr, otherHR]), (.board, [board]), (.secretary, [secretary]), (.auditor, [auditor]), (.dpo, [dpo]),
      (.administrator, [administrator]), (.assessor, assessors),
    ]
    for (role, numbers) in roles {
      for number in numbers {
        let person = it.person(number)
        it.organisation.roles[person] = [RoleHeld(role: role, cohort: nil)]
      }
    }
    var opened = CohortOpened()
    opened.cohort = "2027"
    opened.seats = 1
    opened.title = "Talentforløb 2027"
    opened.deadline = date("2027-03-01")
    opened.mbtiDate = date("2027-04-06")
    opened.kickOff = date("2027-04-26")
    it.happened(opened)
    var criteria = CriteriaPublished()
    criteria.criteria.version = "k1"
    for number in 1...2 {
      var question = Question()
      question.number = number
      criteria.criteria.questions.append(question)
    }
    it.happened(criteria)
    for number in nominees { it.submit(number) }
    return it
  }

  mutating func submit(_ number: Int) {
    var submitted = NominationSubmitted()
    submitted.id = form(of: number)
    submitted.form.nominee = alias(number)
    submitted.form.chief = alias(number == 33 ? Scene.otherChief : Scene.chief)
    submitted.form.centre = alias(number == 33 ? Scene.otherCentre : Scene.centre)
    submitted.form.workplace = alias(Scene.workplace)
    submitted.form.profession = alias(Scene.profession)
    happened(submitted, by: number == 33 ? Scene.otherChief : Scene.chief, sealed: [NominationForm()])
  }

  /// All forms received and eligible; two assessors assigned to each nominee.
  static func assessing() -> Scene {
    var it = nominated()
    for number in nominees {
      var received = NominationReceived()
      received.id = it.form(of: number)
      received.nominee = it.alias(number)
      it.happened(received, sealed: [JournalNumber(Line("2027-00\(number)"))])
      var confirmed = EligibilityConfirmed()
      confirmed.id = it.form(of: number)
      confirmed.nominee = it.alias(number)
      it.happened(confirmed)
    }
    for assessor in assessors.prefix(2) {
      var assigned = AssessorAssigned()
      assigned.assessor = it.alias(assessor)
      assigned.nominees = nominees.map(it.alias)
      it.happened(assigned)
    }
    return it
  }

  mutating func score(_ nominee: Int, by assessor: Int, question: Int, points: Int = 3) {
    var scored = AssessmentScored()
    scored.assessor = alias(assessor)
    scored.nominee = alias(nominee)
    scored.question = question
    scored.points = points
    happened(scored, by: assessor)
  }

  /// Ranked 31, 32, 33; proposed with 31 selected, 32 in reserve and 33 not.
  static func proposed() -> Scene {
    var it = assessing()
    for nominee in nominees {
      for assessor in assessors.prefix(2) {
        for question in 1...2 { it.score(nominee, by: assessor, question: question, points: 34 - nominee) }
      }
    }
    it.happened(ScoringClosed())
    var ranking = RankingComputed()
    ranking.algorithm = "ranking-1"
    ranking.inputDigest = digest("A")
    for (index, nominee) in nominees.enumerated() {
      var entry = RankingEntry()
      entry.nominee = it.alias(nominee)
      entry.rank = index + 1
      entry.total = Rational(34 - nominee)
      ranking.entries.append(entry)
    }
    it.happened(ranking)
    var proposed = SelectionProposed()
    proposed.digest = digest("B")
    proposed.proposal.number = 1
    proposed.proposal.selected = [it.alias(31)]
    proposed.proposal.reserve = [it.alias(32)]
    proposed.proposal.rest = [it.alias(33)]
    proposed.proposal.departures = [it.alias(32)]
    var ground = DepartureGround()
    ground.nominee = it.alias(32)
    ground.ground = "en grund"
    it.happened(proposed, sealed: [ground])
    return it
  }

  /// Approved; nobody has been told anything.
  static func approved() -> Scene {
    var it = proposed()
    var approved = SelectionApproved()
    approved.proposal = digest("B")
    var reference = MinutesReference()
    reference.meeting = "Direktionsmøde"
    it.happened(approved, by: board, sealed: [reference])
    return it
  }

  /// 31 has an offer, 33 a letter.
  static func told() -> Scene {
    var it = approved()
    var offered = SeatOffered()
    offered.nominee = it.alias(31)
    offered.answerBy = date("2027-03-12")
    it.happened(offered)
    var notified = NonSelectionNotified()
    notified.nominee = it.alias(33)
    notified.feedbackDue = date("2027-03-16")
    it.happened(notified)
    return it
  }
}
