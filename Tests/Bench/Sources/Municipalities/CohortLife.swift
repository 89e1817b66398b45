import TalentDomain

/// One cohort of one municipality from its opening to its certificates, by the commands that really lead there. Everybody
/// acts under their own number.
struct CohortLife {
  static let nominees = 48
  static let seats = 20
  static let reserve = 4

  let municipality: Municipality
  let calendar: CohortCalendar
  /// How many cohorts the municipality has had before.
  let ordinal: Int

  var code: Code { Code("k\(municipality.code)-\(calendar.year)") ?? .blank }

  // MARK: Who

  /// By the place that they will have in the ranking: a few of each centre, other ones each time.
  struct Nominee {
    let place: Int
    let number: String
    let centre: Int
    /// Among the employees of the centre.
    let index: Int

    var reference: PersonRef { PersonRef(given: number) }
  }

  var nominees: [Nominee] {
    (0..<Self.nominees).map { place in
      let centre = place % Municipality.centres
      let index = (ordinal * 3 + place / Municipality.centres) % Municipality.employeesPerCentre
      return Nominee(
        place: place, number: municipality.employee(centre, index), centre: centre, index: index)
    }
  }

  var participants: ArraySlice<Nominee> { nominees.prefix(Self.seats) }
  var inReserve: ArraySlice<Nominee> { nominees.dropFirst(Self.seats).prefix(Self.reserve) }
  var others: ArraySlice<Nominee> { nominees.dropFirst(Self.seats + Self.reserve) }

  func leader(of nominee: Nominee) -> String {
    municipality.leader(ofEmployee: nominee.index, in: nominee.centre)
  }

  /// A leader of the next centre, and so outside the own line: each has one participant.
  func mentor(of participant: Nominee) -> String {
    municipality.leader(
      (participant.centre + 1) % Municipality.centres, participant.place / Municipality.centres)
  }

  func host(of participant: Nominee) -> String {
    municipality.leader(
      (participant.centre + 2) % Municipality.centres, participant.place / Municipality.centres)
  }

  // MARK: When

  /// What is recorded on one day, in the order of the days.
  enum Stage: CaseIterable {
    case opening, nomination, eligibility, assessment, proposal, approval, offers, answers, letters, kickOff
    case autumn, winter, completion

    func day(_ calendar: CohortCalendar) -> CivilDate {
      switch self {
      case .opening: calendar.date(1, 5)
      case .nomination: calendar.date(2, 1)
      case .eligibility: calendar.date(3, 3)
      case .assessment: calendar.date(3, 8)
      case .proposal: calendar.date(3, 16)
      case .approval: calendar.date(3, 18)
      case .offers: calendar.date(3, 19)
      case .answers: calendar.date(3, 22)
      case .letters: calendar.date(3, 25)
      case .kickOff: calendar.date(4, 27)
      case .autumn: calendar.date(12, 10)
      case .winter: calendar.date(2, 4, yearsLater: 1)
      case .completion: calendar.date(5, 2, yearsLater: 1)
      }
    }
  }

  func live(_ stage: Stage, _ hand: Hand) async throws {
    switch stage {
    case .opening: try await open(hand)
    case .nomination: try await nominate(hand)
    case .eligibility: try await findEligible(hand)
    case .assessment: try await assess(hand)
    case .proposal: try await propose(hand)
    case .approval: try await approve(hand)
    case .offers: try await offerSeats(hand)
    case .answers: try await answerOffers(hand)
    case .letters: try await tell(others, hand)
    case .kickOff: try await kickOff(hand)
    case .autumn: try await autumn(hand)
    case .winter: try await winter(hand)
    case .completion: try await complete(hand)
    }
  }

  /// A command of each, by whom it is.
  func each<C: Command>(
    _ nominees: some Sequence<Nominee>, by number: (Nominee) -> String, _ command: (Nominee) -> C
  ) -> [(by: String, command: C)] {
    nominees.map { (by: number($0), command: command($0)) }
  }

  func byHR(_: Nominee) -> String { municipality.hr }
  func byOneself(_ nominee: Nominee) -> String { nominee.number }
}
