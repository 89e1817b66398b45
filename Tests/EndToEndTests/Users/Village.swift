import TalentDomain

/// A log by the real clock, in which every part of the programme is somebody with an account of the operating system.
final class Village {
  /// The columns of `matrix.csv`, with the user and the employee behind each. An administrator is whoever runs the tests.
  static let users: [(column: String, user: OSUser, number: String)] = [
    ("employee", .games, "110"), ("leader", .man, Cast.leader), ("centreChief", .lp, Cast.chief),
    ("hr", .mail, Cast.hr), ("assessor", .news, Cast.assessors[0]), ("board", .uucp, Cast.board[0]),
    ("secretary", .proxy, Cast.secretary), ("auditor", .www, Cast.auditor), ("dpo", .backup, Cast.dpo),
  ]
  /// No column of the matrix: the chief of another centre.
  static let otherChief = OSUser.list
  /// Bound to nobody.
  static let stranger = OSUser.irc

  let daemon: Talentd
  let dates = CohortDates.today
  private let administrator: Connection
  private var relays: [OSUser: Relay] = [:]

  init(_ daemon: Talentd) throws {
    try OSUser.requireRoot()
    self.daemon = daemon
    administrator = try daemon.connection()
  }

  /// The connection of a user, made when it is first asked for.
  func relay(_ user: OSUser) throws -> Relay {
    if let relay = relays[user] { return relay }
    let relay = try Relay(daemon.socket, user)
    relays[user] = relay
    return relay
  }

  func messenger(_ column: String) throws -> any Messenger {
    if column == "administrator" { return administrator }
    if column == "stranger" { return try relay(Village.stranger) }
    guard let user = Village.users.first(where: { $0.column == column })?.user else {
      throw Trouble("nobody plays the column \(column)")
    }
    return try relay(user)
  }

  func client(_ column: String) throws -> Client { Client(try messenger(column)) }

  /// With everybody's account bound, and three forms in the cohort 2027: of 110, 111 and 112.
  func populate() throws {
    let world = try World(dates: dates, nominees: 3) { [self] number in
      guard let number else { return Client(administrator) }
      guard let user = Village.users.first(where: { $0.number == number })?.user else {
        throw Trouble("employee \(number) has no account")
      }
      return Client(try relay(user))
    }
    try world.build(to: .staffed)
    for (_, user, number) in Village.users { try Client(administrator).send(BindAccount(user, to: number)) }
    try Client(administrator).send(BindAccount(Village.otherChief, to: Cast.otherChief))
    try world.build(from: .opened, to: .eligible)
  }
}

/// A village, populated, in a service that does not simulate.
func withVillage(_ body: (Village) throws -> Void) throws {
  var settings = Talentd.Settings()
  settings.simulates = false
  try withTalentd(settings) { daemon in
    let village = try Village(daemon)
    try village.populate()
    try body(village)
  }
}
