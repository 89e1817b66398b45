import CPlatform
import TalentDomain
import Varlink

/// What the service is kept busy with.
struct SoakLoad {
  let bench: Bench
  private let municipalities: [Municipality]
  /// Of those that record whole cohorts.
  private static let hands = 4
  /// Between two calls of those that are timed.
  private static let pace = Duration.milliseconds(50)
  /// Its people write and ask at a steady pace, and take no part in the rest.
  private let steady = Municipality(code: 900)

  init(bench: Bench) {
    self.bench = bench
    municipalities = (0..<bench.municipalities).map { Municipality(code: 101 + $0) }
  }

  /// Everybody, and a cohort for the steady ones.
  func register() async throws {
    try await VarlinkClient.connected(path: bench.socket) { client in
      let hand = Hand(client: client, time: CohortCalendar.morning(of: calendar(0).date(1, 4)))
      for municipality in municipalities + [steady] { try await municipality.register(hand) }
      try await life(steady, 0).live(.opening, hand)
    }
  }

  /// Cohort after cohort of each municipality, as many events a second as the soak says.
  func record(from start: ContinuousClock.Instant, until end: ContinuousClock.Instant) async throws -> [SoakAnswer] {
    var ordinal = 0
    var stages = 0
    while true {
      for stage in CohortLife.Stage.allCases {
        // A stage is a part of the events of a cohort's life, near enough for a pace.
        let share = Double(municipalities.count * Self.eventsOfALife) / Double(CohortLife.Stage.allCases.count)
        let due = start + .seconds(Double(stages) * share / Double(Soak.eventsPerSecond))
        guard due < end else { return [] }
        try await Task.sleep(until: due, clock: .continuous)
        try await eachMunicipality(until: end) { [ordinal] municipality, client in
          let life = life(municipality, ordinal)
          try await life.live(
            stage, Hand(client: client, time: CohortCalendar.morning(of: stage.day(life.calendar))))
        }
        stages += 1
      }
      ordinal += 1
    }
  }

  /// A note on the steady cohort's case, one after the other.
  func write(from start: ContinuousClock.Instant, until end: ContinuousClock.Instant) async throws -> [SoakAnswer] {
    var note = RecordCaseNote()
    note.cohort = life(steady, 0).code
    note.text = "Centerchefen har oplyst, at projektet ledes i fællesskab, og at det er nyt for begge; se bilag 2."
    return try await timed(.written, from: start, until: end) { [note] hand in
      try await hand.send(note, by: steady.hr)
    }
  }

  func ask(from start: ContinuousClock.Instant, until end: ContinuousClock.Instant) async throws -> [SoakAnswer] {
    var show = ShowCohort()
    show.cohort = life(steady, 0).code
    return try await timed(.asked, from: start, until: end) { [show] hand in
      _ = try await hand.ask(show, by: steady.hr)
    }
  }

  // MARK: Parts

  /// Of `CohortLife`, all its commands together.
  private static let eventsOfALife = 2100

  private func calendar(_ ordinal: Int) -> CohortCalendar { CohortCalendar(year: 2027 + 2 * ordinal) }

  private func life(_ municipality: Municipality, _ ordinal: Int) -> CohortLife {
    CohortLife(municipality: municipality, calendar: calendar(ordinal), ordinal: ordinal)
  }

  private func timed(
    _ kind: SoakAnswer.Kind, from start: ContinuousClock.Instant, until end: ContinuousClock.Instant,
    _ call: (Hand) async throws -> Void
  ) async throws -> [SoakAnswer] {
    try await VarlinkClient.connected(path: bench.socket) { client in
      // No time of its own: it is as late as the log's last event.
      let hand = Hand(client: client, time: nil)
      var answers: [SoakAnswer] = []
      while case let now = ContinuousClock.now, now < end {
        try await call(hand)
        answers.append(SoakAnswer(kind: kind, at: now - start, took: ContinuousClock.now - now))
        try await Task.sleep(for: Self.pace)
      }
      return answers
    }
  }

  private func eachMunicipality(
    until end: ContinuousClock.Instant, _ body: @escaping @Sendable (Municipality, VarlinkClient) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for hand in 0..<Self.hands {
        group.addTask { [bench, municipalities] in
          try await VarlinkClient.connected(path: bench.socket) { client in
            for index in stride(from: hand, to: municipalities.count, by: Self.hands) where ContinuousClock.now < end {
              try await body(municipalities[index], client)
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
