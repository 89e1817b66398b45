import TalentDomain

/// A small municipality (`Cast`), and the cohort 2027 brought to a stage by the commands that really lead there.
///
///     let world = try World.built(on: daemon, to: .ranked)
///     try world.by(Cast.hr).send(ProposeSelection(world.order(20)))
///
/// In a simulated log everything happens at the times of `CohortDates.cohort2027`, in a real one now.
final class World {
  enum Stage: Int, Comparable, CaseIterable {
    /// Centres, people, posts and roles.
    case staffed
    case opened, prepared
    /// Forms handed in by the chief; then received, then found eligible.
    case nominated, received, eligible
    case scored, ranked, proposed, approved
    case offered, seated

    static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  /// How somebody calls, by number; nil is the administrator whom the configuration names.
  private let hand: (String?) throws -> Client
  let dates: CohortDates
  let nominees: [String]
  let seats: Int
  /// The last stage that was reached, or else the one that is under way.
  private(set) var stage = Stage.staffed

  init(
    dates: CohortDates, nominees: Int = 21, seats: Int = 20, by hand: @escaping (String?) throws -> Client
  ) throws {
    guard nominees <= Cast.employees.count else { throw Trouble("there are not so many employees") }
    self.hand = hand
    self.dates = dates
    self.nominees = Array(Cast.employees.prefix(nominees))
    self.seats = seats
  }

  /// In a simulated log.
  static func built(on daemon: Talentd, to stage: Stage, nominees: Int = 21, seats: Int = 20) throws -> World {
    let connection = try daemon.connection()
    let world = try World(dates: .cohort2027, nominees: nominees, seats: seats) { Client(connection, as: $0) }
    try world.build(to: stage)
    return world
  }

  /// Somebody, at the moment of the stage that the cohort is at.
  func by(_ number: String?, at time: SimulatedTime? = nil) throws -> Client {
    try hand(number).at(time ?? dates.moments[stage])
  }

  /// The nominees by their places: the first have the most points, and none are level.
  func order(_ count: Int) -> [String] { Array(nominees.prefix(count)) }

  /// The digest of the current proposal.
  func proposal() throws -> Digest {
    var query = ShowSelection()
    query.cohort = "2027"
    guard let digest = try by(Cast.board[0]).ask(query).digest else { throw Trouble("there is no proposal") }
    return digest
  }

  /// Takes every step from `first` to `last`.
  func build(from first: Stage = .staffed, to last: Stage) throws {
    for next in Stage.allCases where next >= first && next <= last {
      stage = next
      try take(next)
    }
  }

  private func take(_ step: Stage) throws {
    switch step {
    case .staffed: try staff()
    case .opened: try open()
    case .prepared: try prepare()
    case .nominated: try by(Cast.chief).importAll(nominees.map { SubmitNomination(of: $0, dates) })
    case .received: for number in nominees { try by(Cast.hr).send(ReceiveNomination(of: number)) }
    case .eligible: for number in nominees { try by(Cast.hr).send(ConfirmEligibility(of: number)) }
    case .scored: try score()
    case .ranked:
      try by(Cast.hr).send(CloseScoring(in: "2027"))
      try by(Cast.hr).send(ComputeRanking(in: "2027"))
    case .proposed:
      try by(Cast.hr).send(ProposeSelection(order(seats), reserve: Array(nominees.dropFirst(seats).prefix(1))))
    case .approved:
      try by(Cast.board[0]).send(ApproveSelection(try proposal(), on: date("2027-03-15")))
    case .offered: for number in order(seats) { try by(Cast.hr).send(OfferSeat(to: number)) }
    case .seated: for number in order(seats) { try by(number).send(AcceptSeat(by: number)) }
    }
  }

  private func staff() throws {
    let administrator = try by(nil)
    try administrator.importAll(Cast.centres.map { RegisterCentre(name: Line($0)) })
    try administrator.importAll(Cast.people)
    try administrator.importAll(Cast.posts.map { AppointCentreChief($0.0, $0.1, of: $0.2) })
    for (role, numbers) in Cast.roles {
      for number in numbers { try administrator.send(GrantRole(role, to: number)) }
    }
  }

  private func open() throws {
    var open = OpenCohort()
    open.cohort = "2027"
    open.deadline = dates.deadline
    open.kickOff = dates.kickOff
    open.mbtiDate = dates.mbti
    open.seats = seats
    open.title = "Talentforløb 2027"
    try by(Cast.hr).send(open)
  }

  private func prepare() throws {
    var criteria = PublishCriteria()
    criteria.cohort = "2027"
    criteria.criteria = .standard
    try by(Cast.hr).send(criteria)
    var programme = PublishProgramme()
    programme.cohort = "2027"
    programme.gatherings = dates.gatherings
    try by(Cast.hr).send(programme)
  }

  /// Both assessors score everybody. The nominee at place n lacks n points of all that there are, and lacks them in the
  /// first category: all totals differ.
  private func score() throws {
    for assessor in Cast.assessors { try by(Cast.hr).send(AssignAssessor(assessor)) }
    for (half, assessor) in Cast.assessors.enumerated() {
      let rows = nominees.enumerated().flatMap { place, number in
        (1...5).map { question in
          let lacking = question <= 3 ? (place + half * 3 + question - 1) / 6 : 0
          return ScoreAssessment(of: number, question, 4 - lacking)
        }
      }
      try by(assessor).importAll(rows)
    }
  }
}
