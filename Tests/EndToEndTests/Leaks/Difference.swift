import TalentDomain

/// Something that happens in one world and otherwise, or not at all, in another; and those who may not see which.
struct Difference: Sendable, CustomStringConvertible {
  let name: String
  /// What both worlds have in common.
  let common: Common
  let one: @Sendable (World) throws -> Void
  let other: @Sendable (World) throws -> Void
  /// By number, with why it is hidden from them.
  let hiddenFrom: [String]
  /// When they ask.
  let asked: SimulatedTime

  var description: String { name }

  /// How far the world has come before they part.
  enum Common: CaseIterable {
    case received, assigned, ranked, told
  }
}

/// The people of the worlds, beside those of `Cast`.
enum Onlooker {
  /// Nominated: an employee, and those who hold an office besides.
  static let nominee = "110"
  static let ofHR = "113"
  static let auditing = "114"
  static let administering = "115"
  /// The last of the ranking.
  static let last = "117"
  /// An assessor who has an own set to complete, and one who is of the HR Centre besides.
  static let blind = Cast.assessors[0]
  static let blindOfHR = Cast.otherHR
  /// Declared to have a conflict of interest towards 110: of the board, and of the board and the HR Centre.
  static let barredOfBoard = Cast.board[2]
  static let barredOfHR = Cast.boardAndHR
  /// Outside the decision altogether.
  static let outside = [Cast.chief, Cast.leader, Cast.otherChief, Cast.otherEmployees[0], Cast.portal]
  static let nominees = [nominee, "111", ofHR, auditing, administering, last]
}

extension Difference {
  static let all: [Difference] = [
    // Blindness (R20).
    Difference(
      name: "the other assessor's points and remarks", common: .assigned,
      one: { try $0.score(by: Cast.assessors[1], points: 4, remark: "Meget stærk.") },
      other: { try $0.score(by: Cast.assessors[1], points: 1, remark: "Svag.") },
      hiddenFrom: [Onlooker.blind, Onlooker.blindOfHR, Onlooker.barredOfBoard, Cast.board[0], Cast.secretary]
        + Onlooker.nominees + Onlooker.outside,
      asked: at("2027-03-04 09:00:00")),
    Difference(
      name: "whether the other assessor's set is complete", common: .assigned,
      one: { try $0.score(by: Cast.assessors[1], points: 3) },
      other: { try $0.score(by: Cast.assessors[1], points: 3, leavingOut: ["112", "116"]) },
      hiddenFrom: [Onlooker.blind, Onlooker.blindOfHR, Onlooker.barredOfBoard] + Onlooker.nominees + Onlooker.outside,
      asked: at("2027-03-04 09:00:00")),
    // The own case, and the cases of others (R19).
    Difference(
      name: "a declared conflict of interest", common: .assigned,
      one: { try $0.declare(Cast.assessors[1], towards: "112", reasons: "Fætter.") }, other: { _ in },
      hiddenFrom: [Onlooker.barredOfBoard, "112"] + Onlooker.nominees + Onlooker.outside,
      asked: at("2027-03-04 09:00:00")),
    // The embargo.
    Difference(
      name: "whether somebody is found eligible", common: .received,
      one: { try $0.by(Cast.hr).send(ConfirmEligibility(of: Onlooker.last)) },
      other: { try $0.by(Cast.hr).send(RejectEligibility(of: Onlooker.last, .formerLeader)) },
      hiddenFrom: Onlooker.nominees + Onlooker.outside, asked: at("2027-02-03 12:00:00")),
    Difference(
      name: "whether there is a proposal", common: .ranked,
      one: { try $0.propose() }, other: { _ in },
      hiddenFrom: [Onlooker.blind, Cast.assessors[1], Onlooker.barredOfBoard, Onlooker.barredOfHR] + Onlooker.nominees
        + Onlooker.outside,
      asked: at("2027-03-12 09:00:00")),
    Difference(
      name: "whom the HR Centre proposes", common: .ranked,
      one: { try $0.propose() }, other: { try $0.propose(departing: true) },
      hiddenFrom: [Onlooker.blind, Cast.assessors[1], Onlooker.barredOfBoard, Onlooker.barredOfHR] + Onlooker.nominees
        + Onlooker.outside,
      asked: at("2027-03-12 09:00:00")),
    Difference(
      name: "whether the board approves or returns", common: .ranked,
      one: {
        try $0.propose()
        try $0.approve()
      },
      other: {
        try $0.propose()
        try $0.giveBack()
      },
      hiddenFrom: [Onlooker.blind, Cast.assessors[1]] + Onlooker.nominees + Onlooker.outside,
      asked: at("2027-03-15 18:00:00")),
    Difference(
      name: "who has been selected, before the letters", common: .ranked,
      one: {
        try $0.propose()
        try $0.approve()
      },
      other: {
        try $0.propose(departing: true)
        try $0.approve()
      },
      hiddenFrom: [Onlooker.blind, Cast.assessors[1]] + Onlooker.nominees + Onlooker.outside,
      asked: at("2027-03-15 18:00:00")),
    // What is nobody else's business.
    Difference(
      name: "somebody's complaint", common: .told,
      one: { try $0.complain("116", "Svar 4 er læst forkert.") }, other: { _ in },
      hiddenFrom: ["110", "111", Onlooker.last] + Onlooker.outside, asked: at("2027-04-01 09:00:00")),
    Difference(
      name: "what a leader answered somebody", common: .told,
      one: { try $0.by(Cast.leader, at: at("2027-03-25 09:00:00")).send(GiveFeedback(to: "116")) },
      other: {
        var feedback = GiveFeedback(to: "116")
        feedback.next = "Noget helt andet."
        try $0.by(Cast.leader, at: at("2027-03-25 09:00:00")).send(feedback)
      },
      hiddenFrom: ["110", "111", Onlooker.last, Cast.chief, Cast.board[0], Cast.secretary, Cast.assessors[0]],
      asked: at("2027-04-01 09:00:00")),
    Difference(
      name: "another participant's year", common: .told,
      one: { try $0.live("111") }, other: { _ in },
      hiddenFrom: ["110", "112", Onlooker.last, Cast.chief, Cast.board[0], Cast.secretary, Cast.assessors[0]]
        + [Cast.otherEmployees[0], Cast.portal],
      asked: at("2027-06-02 09:00:00")),
    Difference(
      name: "who looked at somebody's case", common: .told,
      one: { try $0.look(at: Onlooker.last) }, other: { _ in },
      // Not the chief: the form names who nominated, so that the chief was looked at as well.
      hiddenFrom: ["110", "111", Cast.board[0], Cast.secretary, Cast.assessors[0]]
        + Onlooker.outside.filter { $0 != Cast.chief },
      asked: at("2027-04-01 09:00:00")),
  ]
}

// MARK: What happens

extension Difference.Common {
  /// Plays what both worlds have in common: eight nominees, five seats.
  func played(on daemon: Talentd) throws -> World {
    let world = try World.built(on: daemon, to: .staffed, nominees: 8, seats: 5)
    let offices: [(Role, String)] = [
      (.hr, Onlooker.ofHR), (.auditor, Onlooker.auditing), (.administrator, Onlooker.administering),
      (.assessor, Onlooker.blindOfHR),
    ]
    for (role, number) in offices { try world.by(nil).send(GrantRole(role, to: number)) }
    try world.build(from: .opened, to: .received)
    // A letter's digest is made with a key of its person's, drawn when it is first needed: in both worlds the same.
    for number in world.nominees { try world.by(number).ask(RenderLetter(.information)) }
    if self == .received { return world }
    try world.build(from: .eligible, to: .eligible)
    for person in [Onlooker.barredOfBoard, Onlooker.barredOfHR] {
      try world.declare(person, towards: Onlooker.nominee, reasons: "Svoger.")
    }
    if self == .assigned { return try assigned(world) }
    try world.ruleConflicts()
    try world.build(from: .scored, to: .ranked)
    if self == .ranked { return world }
    try world.propose()
    try world.approve()
    try world.tell()
    return world
  }

  /// Three assessors; the first has scored 110 wholly and 111 in part, and the third, of the HR Centre, nothing.
  private func assigned(_ world: World) throws -> World {
    let time = at("2027-03-02 09:00:00")
    for assessor in Cast.assessors + [Onlooker.blindOfHR] {
      try world.by(Cast.hr, at: time).send(AssignAssessor(assessor))
    }
    let own = (1...5).map { ScoreAssessment(of: "110", $0, 3) } + (1...2).map { ScoreAssessment(of: "111", $0, 2) }
    try world.by(Cast.assessors[0], at: time).importAll(own)
    // What the first may see of 110, being done there, is the same in all worlds.
    try world.by(Cast.assessors[1], at: time).importAll((1...5).map { ScoreAssessment(of: "110", $0, 2) })
    return world
  }
}

extension World {
  fileprivate func score(by assessor: String, points: Int, remark: String? = nil, leavingOut: Set<String> = []) throws {
    let rows = nominees.dropFirst().flatMap { number in
      (1...(leavingOut.contains(number) ? 3 : 5)).map { ScoreAssessment(of: number, $0, points, remark: remark) }
    }
    try by(assessor, at: at("2027-03-03 12:00:00")).importAll(rows)
  }

  fileprivate func declare(_ person: String, towards nominee: String, reasons: String) throws {
    var conflict = DeclareConflict()
    (conflict.cohort, conflict.kind, conflict.nominee) = ("2027", .kin, PersonRef(given: nominee))
    (conflict.person, conflict.reasons) = (PersonRef(given: person), Text(reasons))
    try by(Cast.hr, at: at("2027-03-01 09:00:00")).send(conflict)
  }

  /// They stand.
  fileprivate func ruleConflicts() throws {
    var list = ListAssessments()
    list.cohort = "2027"
    for conflict in try by(Cast.hr).ask(list).conflicts {
      var ruling = RuleConflict()
      (ruling.cohort, ruling.conflict, ruling.reasons) = ("2027", conflict.id, "Nær slægt.")
      ruling.upheld = true
      try by(Cast.hr, at: at("2027-03-01 10:00:00")).send(ruling)
    }
  }

  /// The first five, or with a departure the last in place of the fifth.
  fileprivate func propose(departing: Bool = false) throws {
    var proposal = ProposeSelection(departing ? order(4) + [Onlooker.last] : order(5))
    if departing {
      proposal.departures = [nominees[4], Onlooker.last].map { number in
        var departure = DepartureGiven()
        (departure.ground, departure.nominee) = ("Helhedssyn.", PersonRef(given: number))
        return departure
      }
    }
    try by(Cast.hr, at: at("2027-03-11 12:00:00")).send(proposal)
  }

  fileprivate func approve() throws {
    try by(Cast.board[0], at: at("2027-03-15 12:00:00")).send(
      ApproveSelection(try proposal(), on: date("2027-03-15"), present: Array(Cast.board.prefix(2))))
  }

  fileprivate func giveBack() throws {
    var returned = ReturnSelection()
    (returned.cohort, returned.proposal, returned.reasons) = ("2027", try proposal(), "Bredere spredning.")
    try by(Cast.board[0], at: at("2027-03-15 12:00:00")).send(returned)
  }

  fileprivate func tell() throws {
    for number in order(5) {
      try by(Cast.hr, at: at("2027-03-16 09:00:00")).send(OfferSeat(to: number))
      // An auditor sends no command, not in the own case either: the HR Centre records it.
      let isAuditor = number == Onlooker.auditing
      try by(isAuditor ? Cast.hr : number, at: at("2027-03-17 09:00:00")).send(
        AcceptSeat(by: number), behalf: isAuditor ? number : nil)
      // As above: the key of its digest is drawn before the worlds part.
      try by(number, at: at("2027-03-17 09:00:00")).ask(RenderLetter(.offer))
    }
    for number in nominees.dropFirst(5) {
      try by(Cast.hr, at: at("2027-03-22 09:00:00")).send(NotifyNonSelection(to: number))
    }
  }

  fileprivate func complain(_ number: String, _ text: Text) throws {
    var complaint = ReceiveComplaint()
    (complaint.cohort, complaint.nominee, complaint.text) = ("2027", PersonRef(given: number), text)
    try by(Cast.hr, at: at("2027-03-29 09:00:00")).send(complaint)
  }

  fileprivate func live(_ number: String) throws {
    let may = at("2027-05-03 09:00:00")
    let (hr, host) = (try by(Cast.hr, at: may), Cast.otherLeader)
    try hr.send(RegisterMentor(Cast.otherLeader))
    try hr.send(MatchMentor(number, with: Cast.otherLeader))
    try by(number, at: may).send(AgreeConfidentiality(of: number))
    try by(Cast.otherLeader, at: may).send(AgreeConfidentiality(of: number))
    try by(Cast.otherLeader, at: at("2027-06-01 09:00:00")).send(LogMentorMeeting(number, minutes: 60))
    try by(number, at: may).send(SetDevelopmentPlan(of: number))
    try by(number, at: may).send(AgreeInternship(number, with: host))
  }

  fileprivate func look(at number: String) throws {
    var query = ShowNomination()
    (query.cohort, query.nominee) = ("2027", PersonRef(given: number))
    for reader in [Cast.auditor, Cast.hr, Cast.hr] { try by(reader, at: at("2027-03-30 09:00:00")).ask(query) }
  }
}
