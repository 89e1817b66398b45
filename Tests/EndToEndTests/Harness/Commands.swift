import TalentDomain

// The commands of the tests, each with what it needs to be within the rules. Cohort 2027 wherever one is meant.

/// A date such as `date("2027-03-01")`.
func date(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
  return date
}

extension RegisterPerson {
  init(
    _ number: String, name: String? = nil, centre: String, _ workplace: String, _ profession: String,
    under leader: String? = nil, hasLed: Bool = false
  ) {
    self.init()
    self.centre = Line(centre)
    email = Line("medarbejder\(number)@kommune.example")
    self.hasLed = hasLed
    self.leader = leader.map { PersonRef(given: $0) }
    self.name = Line(name ?? "Medarbejder \(number)")
    self.number = Line(number)
    self.profession = Line(profession)
    self.workplace = Line(workplace)
  }
}

extension AppointCentreChief {
  init(_ number: String, _ post: CentrePost, of centre: String) {
    self.init()
    self.centre = Line(centre)
    person = PersonRef(given: number)
    self.post = post
  }
}

extension GrantRole {
  init(_ role: Role, to number: String) {
    self.init()
    person = PersonRef(given: number)
    self.role = role
  }
}

extension BindAccount {
  init(_ user: OSUser, to number: String) {
    self.init()
    account = Line(user.name)
    person = PersonRef(given: number)
    uid = user.uid
  }
}

extension SubmitNomination {
  init(of number: String, _ dates: CohortDates = .cohort2027) {
    self.init()
    ambition = true
    answers = (1...5).map { AnswerGiven($0, .demonstrated, "Set i hverdagen.") }
    cohort = "2027"
    conversation = TalentConversation(dates.conversation, startedBy: .leader)
    engagement = true
    field = .own
    interest = true
    interestConfirmed = dates.interest
    nominee = PersonRef(given: number)
  }
}

extension ReceiveNomination {
  init(of number: String) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(given: number)
  }
}

extension ConfirmEligibility {
  init(of number: String) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(given: number)
  }
}

extension RejectEligibility {
  init(of number: String, _ ground: EligibilityGround, _ reasons: String = "Efter personaleregistret.") {
    self.init()
    cohort = "2027"
    self.ground = ground
    nominee = PersonRef(given: number)
    self.reasons = Text(reasons)
  }
}

extension AssignAssessor {
  /// To everybody who is eligible.
  init(_ number: String) {
    self.init()
    assessor = PersonRef(given: number)
    cohort = "2027"
  }
}

extension ScoreAssessment {
  init(of number: String, _ question: Int, _ points: Int, remark: String? = nil) {
    self.init()
    basis = .demonstrated
    cohort = "2027"
    nominee = PersonRef(given: number)
    self.points = points
    self.question = question
    self.remark = remark.map { Text($0) }
  }
}

extension CloseScoring {
  init(in cohort: Code) {
    self.init()
    self.cohort = cohort
  }
}

extension ComputeRanking {
  init(in cohort: Code) {
    self.init()
    self.cohort = cohort
  }
}

extension ProposeSelection {
  init(_ selected: [String], reserve: [String] = []) {
    self.init()
    cohort = "2027"
    self.reserve = reserve.map { PersonRef(given: $0) }
    self.selected = selected.map { PersonRef(given: $0) }
  }
}

extension ApproveSelection {
  init(_ proposal: Digest, on day: CivilDate, present: [String] = Cast.board) {
    self.init()
    cohort = "2027"
    journal = "00.22.04-A00-1-27"
    meeting = BoardMeeting(date: day, title: "Direktionsmøde")
    minutes = Digest("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU") ?? .blank
    self.present = present.map { PersonRef(given: $0) }
    self.proposal = proposal
  }
}

extension OfferSeat {
  init(to number: String) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(given: number)
  }
}

extension AcceptSeat {
  init(by number: String) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(given: number)
  }
}

extension NotifyNonSelection {
  init(to number: String, reasons: String = "Andre stod stærkere i helhedssyn.") {
    self.init()
    cohort = "2027"
    nominee = PersonRef(given: number)
    self.reasons = Text(reasons)
  }
}

extension RenderLetter {
  init(_ kind: LetterKind, of number: String? = nil) {
    self.init()
    cohort = "2027"
    self.kind = kind
    person = number.map { PersonRef(given: $0) }
  }
}

extension GiveFeedback {
  init(to number: String) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(given: number)
    next = "Mere erfaring med at lede møder."
    rightNow = "Ja."
    realistic = "Ja, om et år."
    alternatives = "En diplomuddannelse."
  }
}

extension Criteria {
  /// The programme's five questions in three categories of equal weight; of the last only what has been shown counts.
  static var standard: Criteria {
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
      question.da = Line("Spørgsmål \(number)")
      question.en = Line("Question \(number)")
      question.number = number
      return question
    }
    return criteria
  }
}
