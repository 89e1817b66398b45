import TalentDomain
import Testing

extension AssignAssessor {
  /// An empty list means all eligible nominees.
  init(_ assessor: String, of nominees: [String] = []) {
    self.init()
    self.assessor = PersonRef(assessor)
    cohort = "2027"
    self.nominees = nominees.map { PersonRef($0) }
  }
}

extension ScoreAssessment {
  init(_ nominee: String, _ question: Int, _ points: Int, _ basis: Basis = .demonstrated) {
    self.init()
    self.basis = basis
    cohort = "2027"
    self.nominee = PersonRef(nominee)
    self.points = points
    self.question = question
  }
}

extension ReviseAssessment {
  init(_ nominee: String, _ question: Int, from old: Int, to new: Int, _ reason: Text = "Tastefejl.") {
    self.init()
    basis = .demonstrated
    cohort = "2027"
    self.nominee = PersonRef(nominee)
    oldBasis = .demonstrated
    oldPoints = old
    points = new
    self.question = question
    self.reason = reason
  }
}

extension VoidAssessment {
  init(_ nominee: String, by assessor: String, _ question: Int? = nil, _ reason: Text = "Forkert person.") {
    self.init()
    self.assessor = PersonRef(assessor)
    cohort = "2027"
    self.nominee = PersonRef(nominee)
    self.question = question
    self.reason = reason
  }
}

extension DeclareConflict {
  init(of nominee: String, by person: String? = nil) {
    self.init()
    cohort = "2027"
    kind = .kin
    self.nominee = PersonRef(nominee)
    self.person = person.map { PersonRef($0) }
    reasons = "Vi er søskende."
  }
}

extension RuleConflict {
  init(_ conflict: Alias, upheld: Bool) {
    self.init()
    cohort = "2027"
    self.conflict = conflict
    reasons = "Nært slægtskab."
    self.upheld = upheld
  }
}

extension CloseScoring {
  static var of2027: CloseScoring {
    var command = CloseScoring()
    command.cohort = "2027"
    return command
  }
}

extension ComputeRanking {
  static var of2027: ComputeRanking {
    var command = ComputeRanking()
    command.cohort = "2027"
    return command
  }
}

extension ResolveTie {
  init(_ order: [String], _ ground: Text = "Flere konkrete eksempler.") {
    self.init()
    cohort = "2027"
    self.ground = ground
    self.order = order.map { PersonRef($0) }
  }
}

extension Case {
  /// Assigns the first two assessors to these nominees, who give each question the same points, 2 unless told.
  mutating func scoreFully(
    _ nominees: [String], by assessors: [String] = Array(Staff.assessors.prefix(2)),
    _ points: (String, Int) -> Int = { _, _ in 2 }
  ) throws {
    for assessor in assessors {
      try accept(AssignAssessor(assessor, of: nominees))
      for nominee in nominees {
        for question in 1...5 {
          try accept(ScoreAssessment(nominee, question, points(nominee, question)), as: assessor)
        }
      }
    }
  }

  /// With everybody's scores given, scoring closed after the deadline, and the ranking computed.
  static func ranked(_ nominees: [String], _ points: (String, Int) -> Int) throws -> Case {
    var it = try eligible(nominees)
    try it.scoreFully(nominees, points)
    try it.accept(CloseScoring.of2027, at: at("2027-03-10 12:00"))
    try it.accept(ComputeRanking.of2027)
    return it
  }

  /// Whose alias this is.
  func number(of alias: Alias, among numbers: [String]) -> String {
    numbers.first { self.alias($0) == alias } ?? "?"
  }
}
