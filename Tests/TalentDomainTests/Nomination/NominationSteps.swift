import TalentDomain
import Testing

extension SubmitNomination {
  /// A form that is within every rule, handed in by the chief of the nominee's centre.
  init(of nominee: String, _ change: (inout SubmitNomination) -> Void = { _ in }) {
    self.init()
    cohort = "2027"
    self.nominee = PersonRef(nominee)
    ambition = true
    answers = .complete
    conversation = TalentConversation(date("2027-01-11"), startedBy: .employee)
    engagement = true
    field = .other
    interest = true
    interestConfirmed = date("2027-01-12")
    priority = 1
    change(&self)
  }
}

extension CompleteNomination {
  init(_ incomplete: Alias, of nominee: String, _ change: (inout CompleteNomination) -> Void = { _ in }) {
    self.init()
    let form = SubmitNomination(of: nominee)
    cohort = form.cohort
    self.incomplete = incomplete
    self.nominee = form.nominee
    ambition = form.ambition
    answers = form.answers
    conversation = form.conversation
    engagement = form.engagement
    field = form.field
    interest = form.interest
    interestConfirmed = form.interestConfirmed
    change(&self)
  }
}

extension AmendNomination {
  init(of nominee: String, _ change: (inout AmendNomination) -> Void = { _ in }) {
    self.init()
    let form = SubmitNomination(of: nominee)
    cohort = form.cohort
    self.nominee = form.nominee
    ambition = form.ambition
    answers = form.answers
    engagement = form.engagement
    field = .own
    interest = form.interest
    priority = 2
    change(&self)
  }
}

extension WithdrawNomination {
  init(of nominee: String, _ ground: WithdrawalGround = .byNominee) {
    self.init()
    cohort = "2027"
    self.ground = ground
    self.nominee = PersonRef(nominee)
    reasons = "Flytter til en anden kommune."
  }
}

extension ReceiveNomination {
  init(of nominee: String) {
    self.init()
    cohort = "2027"
    self.nominee = PersonRef(nominee)
  }
}

extension ConfirmEligibility {
  init(of nominee: String) {
    self.init()
    cohort = "2027"
    self.nominee = PersonRef(nominee)
  }
}

extension RejectEligibility {
  init(of nominee: String, _ ground: EligibilityGround = .formerLeader) {
    self.init()
    cohort = "2027"
    self.ground = ground
    self.nominee = PersonRef(nominee)
    reasons = "Har været daglig leder i to år."
  }
}

extension AdmitLateNomination {
  init(_ late: Alias) {
    self.init()
    cohort = "2027"
    self.late = late
  }
}

extension [AnswerGiven] {
  /// All five questions, each with its reasons.
  static var complete: [AnswerGiven] {
    (1...5).map { AnswerGiven($0, .demonstrated, "Set i hverdagen gennem to år.") }
  }
}

extension Case {
  /// With complete forms for these employees, handed in by their own chiefs on 1 February.
  static func nominated(_ nominees: [String]) throws -> Case {
    var it = try prepared()
    for nominee in nominees {
      let chief = Staff.otherEmployees.contains(nominee) ? Staff.otherChief : Staff.chief
      try it.accept(SubmitNomination(of: nominee), as: chief, at: at("2027-02-01 10:00"))
    }
    return it
  }

  /// With the forms received, and the eligibility of these employees confirmed.
  static func eligible(_ nominees: [String]) throws -> Case {
    var it = try nominated(nominees)
    for nominee in nominees {
      try it.accept(ReceiveNomination(of: nominee), at: at("2027-02-02 10:00"))
      try it.accept(ConfirmEligibility(of: nominee))
    }
    return it
  }

  /// The latest form of an employee, live or not.
  func form(of nominee: String) -> Nomination? {
    let alias = alias(nominee)
    return cohort.nominations.order.reversed().compactMap { cohort.nominations.forms[$0] }
      .first { $0.nominee == alias }
  }
}
