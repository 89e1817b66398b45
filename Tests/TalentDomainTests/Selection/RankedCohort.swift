import TalentDomain
import Testing

/// A small cohort for the decision: seven nominees for three seats, ranked 110, 111, … 116.
enum Ranked {
  static let nominees = (110...116).map(String.init)
  /// The points of both assessors together, for every question: 8, 7, … 2.
  static let points = Dictionary(uniqueKeysWithValues: zip(nominees, [8, 7, 6, 5, 4, 3, 2]))
}

extension Case {
  /// Nominated, received, confirmed and scored; the scoring is open.
  static func scored(points: [String: Int] = Ranked.points, rejected: [String: EligibilityGround] = [:]) throws -> Case
  {
    var it = try Case.prepared()
    try it.accept(ChangeSeatCount(to: 3))
    it.now = at("2027-02-01 12:00")
    for number in (Array(points.keys) + Array(rejected.keys)).sorted() {
      try it.accept(SubmitNomination(of: number), as: Staff.chief)
      try it.accept(ReceiveNomination(of: number))
      if let ground = rejected[number] {
        try it.accept(RejectEligibility(of: number, ground))
      } else {
        try it.accept(ConfirmEligibility(of: number))
      }
    }
    it.now = at("2027-03-03 12:00")
    for assessor in Staff.assessors.prefix(2) { try it.accept(AssignAssessor(assessor)) }
    for (number, sum) in points.sorted(by: { $0.key < $1.key }) {
      for (assessor, points) in [(Staff.assessors[0], (sum + 1) / 2), (Staff.assessors[1], sum / 2)] {
        for question in 1...5 {
          try it.accept(ScoreAssessment(number, question, points), as: assessor)
        }
      }
    }
    return it
  }

  /// With the ranking computed; on 10 March.
  static func ranked(points: [String: Int] = Ranked.points, rejected: [String: EligibilityGround] = [:]) throws -> Case
  {
    var it = try scored(points: points, rejected: rejected)
    it.now = at("2027-03-10 12:00")
    try it.accept(CloseScoring.of2027)
    try it.accept(ComputeRanking.of2027)
    return it
  }

  /// With 110–112 proposed for the seats and 113, 114 in reserve.
  static func proposed() throws -> Case {
    var it = try ranked()
    try it.accept(ProposeSelection(["110", "111", "112"], reserve: ["113", "114"]))
    return it
  }

  /// Approved by the board; on 15 March.
  static func approved() throws -> Case {
    var it = try proposed()
    it.now = at("2027-03-15 12:00")
    try it.accept(it.approval(), as: Staff.board[0])
    return it
  }

  /// With every seat offered and accepted, 16 March.
  static func seated() throws -> Case {
    var it = try approved()
    it.now = at("2027-03-16 09:00")
    for number in ["110", "111", "112"] {
      try it.accept(OfferSeat(number))
      try it.accept(AcceptSeat(number), as: number)
    }
    return it
  }

  /// The board's approval of the current proposal, at today's meeting of the members 20 and 21.
  func approval() -> ApproveSelection {
    var command = ApproveSelection()
    command.cohort = "2027"
    command.journal = "00.22.04-A00-1-27"
    command.meeting = BoardMeeting(date: CopenhagenClock.local(now).date, title: "Direktionsmøde")
    command.minutes = directory.digest(Array("beslutningsreferat".utf8))
    command.present = [PersonRef(Staff.board[0]), PersonRef(Staff.board[1]), PersonRef(Staff.secretary)]
    command.proposal = cohort.selection.proposal?.digest ?? directory.digest([])
    return command
  }
}

extension ChangeSeatCount {
  init(to seats: Int) {
    self.init()
    cohort = "2027"
    self.seats = seats
  }
}

extension ProposeSelection {
  init(_ selected: [String], reserve: [String] = [], grounds: [String] = []) {
    self.init()
    cohort = "2027"
    departures = grounds.map { DepartureGiven(PersonRef($0), ground: "Behovet på området vejer tungest.") }
    self.reserve = reserve.map { PersonRef($0) }
    self.selected = selected.map { PersonRef($0) }
  }
}

extension OfferSeat {
  init(_ number: String) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(number)
  }
}

extension AcceptSeat {
  init(_ number: String, arrived: String? = nil) {
    self.init()
    cohort = "2027"
    date = arrived.flatMap { CivilDate($0) }
    nominee = PersonRef(number)
  }
}

extension DeclineSeat {
  init(_ number: String, reason: Text? = nil) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(number)
    self.reason = reason
  }
}

extension LapseSeatOffer {
  init(_ number: String) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(number)
  }
}

extension PromoteReserve {
  init(_ number: String?) {
    self.init()
    cohort = "2027"
    nominee = number.map { PersonRef($0) }
  }
}

extension LapseReserve {
  init(_ number: String, early: Bool? = nil) {
    self.init()
    cohort = "2027"
    self.early = early
    nominee = PersonRef(number)
    reasons = "Ingen plads blev ledig."
  }
}

extension WithdrawParticipant {
  init(_ number: String) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(number)
    reason = "Nyt arbejde."
  }
}

extension DeferParticipation {
  init(_ number: String, seatNextCohort: Bool = false) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(number)
    self.seatNextCohort = seatNextCohort
  }
}

extension NotifyNonSelection {
  init(_ number: String) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(number)
    reasons = "Andre stod stærkere i helhedssyn."
  }
}

extension GiveFeedback {
  /// With this many of the four questions answered.
  init(_ number: String, answers: Int = 4) {
    self.init()
    cohort = "2027"
    nominee = PersonRef(number)
    next = answers > 0 ? "Mere erfaring med at lede møder." : nil
    rightNow = answers > 1 ? "Ja." : "  "
    realistic = answers > 2 ? "Ja, om et år." : nil
    alternatives = answers > 3 ? "En diplomuddannelse." : nil
  }
}
