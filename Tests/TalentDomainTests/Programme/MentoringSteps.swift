import TalentDomain
import Testing

extension Case {
  /// 110, 111 and 112 have their seats, and the kick-off is over; 3 May.
  static func underWay() throws -> Case {
    var it = try Case.seated()
    it.now = at("2027-05-03 12:00")
    return it
  }

  /// With 110 matched with the chief of Driftbyen, 3 May.
  static func matched() throws -> Case {
    var it = try underWay()
    try it.accept(RegisterMentor(Staff.otherChief))
    try it.accept(MatchMentor("110", with: Staff.otherChief))
    return it
  }

  /// With both agreed to confidentiality on 10 May.
  static func confidential() throws -> Case {
    var it = try matched()
    it.now = at("2027-05-10 12:00")
    try it.accept(AgreeConfidentiality(of: "110"), as: "110")
    try it.accept(AgreeConfidentiality(of: "110"), as: Staff.otherChief)
    return it
  }

  /// With 110's internship agreed, with the chief of Driftbyen; 31 January of the year after.
  static func internship() throws -> Case {
    var it = try underWay()
    try it.accept(AgreeInternship("110", with: Staff.otherChief), as: "110")
    it.now = at("2028-01-31 12:00")
    return it
  }

  /// The kinds of deviations so far.
  var deviations: [DeviationKind] { facts(DeviationFlagged.self).map(\.kind) }

  /// The entry that was recorded last.
  func lastEntry() throws -> Entry {
    let id = try #require(cohort.programme.order.last)
    return try #require(cohort.programme.entries[id])
  }

  /// Moves the entry that was recorded last.
  func correction(to day: String? = nil, _ amount: Rational? = nil) throws -> CorrectEntry {
    let entry = try lastEntry()
    var command = CorrectEntry()
    command.amount = amount
    command.cohort = "2027"
    command.date = day.map { date($0) }
    command.entry = entry.id
    command.oldAmount = entry.amount
    command.oldDate = entry.date
    if entry.track.isConfidential { command.ground = .mistyped } else { command.reason = "Skrevet forkert." }
    return command
  }

  func voiding() throws -> VoidEntry {
    let entry = try lastEntry()
    var command = VoidEntry()
    command.cohort = "2027"
    command.entry = entry.id
    command.oldAmount = entry.amount
    command.oldDate = entry.date
    if entry.track.isConfidential { command.ground = .cancelled } else { command.reason = "Aflyst." }
    return command
  }
}

extension RegisterMentor {
  init(_ number: String) {
    self.init()
    cohort = "2027"
    mentor = PersonRef(number)
  }
}

extension MatchMentor {
  init(_ number: String, with mentor: String, on day: String? = nil) {
    self.init()
    cohort = "2027"
    date = day.flatMap { CivilDate($0) }
    self.mentor = PersonRef(mentor)
    participant = PersonRef(number)
  }
}

extension EndMentorMatch {
  init(of number: String, _ ground: MatchEndGround = .agreed, on day: String? = nil) {
    self.init()
    cohort = "2027"
    date = day.flatMap { CivilDate($0) }
    self.ground = ground
    participant = PersonRef(number)
  }
}

extension AgreeConfidentiality {
  init(of number: String, on day: String? = nil) {
    self.init()
    cohort = "2027"
    date = day.flatMap { CivilDate($0) }
    participant = PersonRef(number)
  }
}

extension LogMentorMeeting {
  init(_ number: String, _ day: String, minutes: Int = 60) {
    self.init()
    cohort = "2027"
    date = TalentDomainTests.date(day)
    self.minutes = minutes
    participant = PersonRef(number)
  }
}

extension AgreeInternship {
  init(
    _ number: String, with host: String, from: String = "2028-01-10", to: String = "2028-01-28",
    days: Rational = Rational(3)
  ) {
    self.init()
    cohort = "2027"
    self.days = days
    self.from = date(from)
    self.host = PersonRef(host)
    participant = PersonRef(number)
    self.to = date(to)
  }
}

extension LogInternshipDay {
  init(_ number: String, _ day: String, _ days: Rational = Rational(1)) {
    self.init()
    cohort = "2027"
    date = TalentDomainTests.date(day)
    self.days = days
    participant = PersonRef(number)
  }
}

extension SetDevelopmentPlan {
  init(_ number: String, purpose: Text? = "Et formål.", benefit: Text? = "Et udbytte.", goals: [Text] = ["Et mål."]) {
    self.init()
    self.benefit = benefit
    cohort = "2027"
    self.goals = goals
    participant = PersonRef(number)
    purposeOfPlan = purpose
  }
}

extension ProgressGoal {
  init(_ number: String, _ goal: Int, _ status: GoalStatus, note: Text? = nil) {
    self.init()
    cohort = "2027"
    self.goal = goal
    self.note = note
    participant = PersonRef(number)
    self.status = status
  }
}

extension HoldGoalDialogue {
  init(_ number: String, _ day: String, minutes: Int = 60, with leader: String? = nil) {
    self.init()
    cohort = "2027"
    date = TalentDomainTests.date(day)
    self.leader = leader.map { PersonRef($0) }
    self.minutes = minutes
    participant = PersonRef(number)
  }
}
