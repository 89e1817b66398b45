import TalentDomain

/// 110's internship with the chief of the other centre: the commands of its year.
enum Internship {
  static let participant = "110"
  static let host = Cast.otherChief

  /// Agreed in May, with a day on 12 and one on 14 January: two days, as was thought on 15 January.
  static func twoDays(in world: World) throws {
    let participant = try world.by(participant, at: at("2027-05-03 09:00:00"))
    try participant.send(AgreeInternship(Internship.participant, with: host))
    for day in ["2028-01-12", "2028-01-14"] {
      try participant.at(at("2028-01-15 09:00:00")).send(LogInternshipDay(Internship.participant, on: date(day)))
    }
  }

  /// The screen of the participant, at a time.
  static func shown(in world: World, at time: SimulatedTime? = nil, asOf moment: AsOf? = nil) throws -> ParticipantShown
  {
    var query = ShowParticipant()
    query.cohort = "2027"
    return try world.by(participant, at: time ?? at("2028-02-01 09:00:00")).ask(query, at: moment)
  }

  /// The days of internship that the participant's screen shows.
  static func days(in world: World, asOf moment: AsOf? = nil) throws -> Rational? {
    try shown(in: world, asOf: moment).tracks.first { $0.track == .internship }?.recorded
  }

  /// The day that was wrong.
  static func wrongDay(in world: World) throws -> Alias {
    guard let entry = try shown(in: world).entries.first(where: { $0.date == date("2028-01-14") })?.id else {
      throw Trouble("14 January is not recorded")
    }
    return entry
  }
}

extension AgreeInternship {
  init(_ number: String, with host: String) {
    self.init()
    cohort = "2027"
    days = Rational(2)
    from = date("2028-01-10")
    self.host = PersonRef(given: host)
    participant = PersonRef(given: number)
    to = date("2028-01-28")
  }
}

extension LogInternshipDay {
  init(_ number: String, on day: CivilDate) {
    self.init()
    cohort = "2027"
    date = day
    participant = PersonRef(given: number)
  }
}
