import StrictJSON
import TalentDomain

/// A programme in which everybody is really another user of the machine: who calls is what the kernel says. Only the clock is
/// simulated, for a year does not fit into a test.
final class Neighbours {
  static let participant = OSUser.games
  static let otherParticipant = OSUser.sys
  static let leader = OSUser.man
  static let mentor = OSUser.list
  static let host = OSUser.lp
  static let hr = OSUser.mail
  static let auditor = OSUser.www
  static let dpo = OSUser.backup
  /// Employed in another centre, and nothing in the programme.
  static let employee = OSUser.uucp
  static let board = OSUser.news

  static let all: [(user: OSUser, number: String)] = [
    (participant, "110"), (otherParticipant, "111"), (leader, Cast.leader), (mentor, Cast.otherChief),
    (host, Cast.otherLeader), (hr, Cast.hr), (auditor, Cast.auditor), (dpo, Cast.dpo),
    (employee, Cast.otherEmployees[0]), (board, Cast.board[0]),
  ]

  private let daemon: Talentd
  private var relays: [OSUser: Relay] = [:]

  /// With the year of 110 recorded by the users themselves, until February.
  init(_ daemon: Talentd) throws {
    try OSUser.requireRoot()
    self.daemon = daemon
    let world = try World.built(on: daemon, to: .seated, nominees: 3, seats: 2)
    for (user, number) in Neighbours.all { try world.by(nil).send(BindAccount(user, to: number)) }
    try live()
  }

  func relay(_ user: OSUser) throws -> Relay {
    if let relay = relays[user] { return relay }
    let relay = try Relay(daemon.socket, user)
    relays[user] = relay
    return relay
  }

  func by(_ user: OSUser, at time: SimulatedTime = at("2028-02-01 09:00:00")) throws -> Client {
    Client(try relay(user), at: time)
  }

  private func live() throws {
    let may = at("2027-05-03 09:00:00")
    try by(Neighbours.hr, at: may).send(RecordAttendance(at: 1, "110"))
    try by(Neighbours.hr, at: may).send(RegisterMentor(Cast.otherChief))
    try by(Neighbours.hr, at: may).send(MatchMentor("110", with: Cast.otherChief))
    try by(Neighbours.participant, at: may).send(AgreeConfidentiality(of: "110"))
    try by(Neighbours.mentor, at: may).send(AgreeConfidentiality(of: "110"))
    try by(Neighbours.participant, at: may).send(AgreeInternship("110", with: Cast.otherLeader))
    try by(Neighbours.participant, at: may).send(SetDevelopmentPlan(of: "110"))
    let june = at("2027-06-01 09:00:00")
    try by(Neighbours.mentor, at: june).send(LogMentorMeeting("110", minutes: 60))
    try by(Neighbours.leader, at: june).send(HoldGoalDialogue("110", minutes: 30))
    try by(Neighbours.participant, at: at("2028-01-12 16:00:00")).send(
      LogInternshipDay("110", on: date("2028-01-12")))
  }
}

extension RecordAttendance {
  init(at gathering: Int, _ number: String) {
    self.init()
    cohort = "2027"
    self.gathering = gathering
    participants = [PersonRef(given: number)]
  }
}

extension RegisterMentor {
  init(_ number: String) {
    self.init()
    cohort = "2027"
    mentor = PersonRef(given: number)
  }
}

extension MatchMentor {
  init(_ number: String, with mentor: String) {
    self.init()
    cohort = "2027"
    self.mentor = PersonRef(given: mentor)
    participant = PersonRef(given: number)
  }
}

extension AgreeConfidentiality {
  init(of number: String) {
    self.init()
    cohort = "2027"
    participant = PersonRef(given: number)
  }
}

extension SetDevelopmentPlan {
  init(of number: String) {
    self.init()
    benefit = "Jeg kan lede et møde."
    cohort = "2027"
    goals = ["Lede et teammøde inden jul."]
    participant = PersonRef(given: number)
    purposeOfPlan = "Mere ansvar."
  }
}

extension LogMentorMeeting {
  init(_ number: String, minutes: Int) {
    self.init()
    cohort = "2027"
    self.minutes = minutes
    participant = PersonRef(given: number)
  }
}

extension HoldGoalDialogue {
  init(_ number: String, minutes: Int) {
    self.init()
    cohort = "2027"
    self.minutes = minutes
    participant = PersonRef(given: number)
  }
}
