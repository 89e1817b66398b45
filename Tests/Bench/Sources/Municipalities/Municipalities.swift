import Glibc
import TalentDomain
import Varlink

/// Every municipality of the country records cohort after cohort in one log: whole lives of cohorts, by real commands over the
/// socket, many at the same time. It must be as fast at the end as at the beginning.
struct Municipalities {
  let bench: Bench
  private let municipalities: [Municipality]
  /// So many live at the same time, fewer than the service keeps warm.
  private static let hands = 32

  init(bench: Bench) {
    self.bench = bench
    municipalities = (0..<bench.municipalities).map { Municipality(code: 101 + $0) }
  }

  func measured() async throws -> [Measurement] {
    let service = Service(bench)
    defer { service.kill() }
    try service.start()
    say("\(bench.municipalities) municipalities")
    try await register()
    var marks = [try mark(service)]
    for ordinal in 0..<bench.cohorts {
      say("cohort \(ordinal + 1) of each")
      try await live(ordinal)
      let (before, now) = (marks[marks.count - 1], try mark(service))
      say("\(Int(now.rate(since: before))) events/s, \(Int(now.effort(since: before))) µs of processor an event")
      marks.append(now)
    }
    let growth = try growth(marks, service)
    let progress = try progress(service)
    try service.stop()
    return growth + progress + (try Folds(bench: bench, what: "whole cohorts").measured())
  }

  // MARK: Recording

  private func register() async throws {
    try await eachMunicipality { municipality, client in
      let hand = Hand(client: client, time: CohortCalendar.morning(of: calendar(0).date(1, 4)))
      try await municipality.register(hand)
    }
  }

  /// All municipalities' next cohort, day by day: time never goes back in a log.
  private func live(_ ordinal: Int) async throws {
    let calendar = calendar(ordinal)
    for stage in CohortLife.Stage.allCases {
      try await eachMunicipality { municipality, client in
        try await CohortLife(municipality: municipality, calendar: calendar, ordinal: ordinal)
          .live(stage, Hand(client: client, time: CohortCalendar.morning(of: stage.day(calendar))))
      }
    }
  }

  /// A new cohort every other year, when the one before has its certificates.
  private func calendar(_ ordinal: Int) -> CohortCalendar { CohortCalendar(year: 2027 + 2 * ordinal) }

  private func eachMunicipality(
    _ body: @escaping @Sendable (Municipality, VarlinkClient) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for hand in 0..<Self.hands {
        group.addTask { [bench, municipalities] in
          try await VarlinkClient.connected(path: bench.socket) { client in
            for index in stride(from: hand, to: municipalities.count, by: Self.hands) {
              try await body(municipalities[index], client)
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  // MARK: Measuring

  /// How far it has come, and what that took.
  private struct Mark {
    let events: Int
    let time: ContinuousClock.Instant
    let processorSeconds: Double

    func rate(since other: Mark) -> Double {
      Double(events - other.events) / Double(nanoseconds: time - other.time) * 1e9
    }

    /// In microseconds an event.
    func effort(since other: Mark) -> Double {
      (processorSeconds - other.processorSeconds) * 1e6 / Double(events - other.events)
    }
  }

  private func mark(_ service: Service) throws -> Mark {
    Mark(
      events: try Office(service).status().size ?? 0, time: .now,
      processorSeconds: try service.process?.processorSeconds() ?? 0)
  }

  private func growth(_ marks: [Mark], _ service: Service) throws -> [Measurement] {
    guard let end = marks.last, let memory = try service.process?.memory(), marks.count > 2 else {
      throw Trouble("two cohorts of each municipality at least")
    }
    let what = "\(municipalities.count) municipalities × \(bench.cohorts) cohorts"
    let last = marks[marks.count - 2]
    return [
      Measurement(what, Double(end.events), "events"),
      Measurement(
        "appending the last cohorts", end.rate(since: last), "events/s",
        beside: ("the first", marks[1].rate(since: marks[0])), target: .ratioAtLeast(0.9)),
      Measurement(
        "processor time of the last", end.effort(since: last), "µs/event",
        beside: ("the first", marks[1].effort(since: marks[0])), target: .ratioAtMost(1.1)),
      Measurement("the log's file", try bytes("log.sqlite3") / 1_048_576, "MiB"),
      Measurement("resident memory at the end", memory.now, "MiB"),
      Measurement("most resident memory", memory.peak, "MiB"),
    ]
  }

  /// HR's screen for a cohort that has lived its whole year.
  private func progress(_ service: Service) throws -> [Measurement] {
    guard let municipality = municipalities.last else { throw Trouble("there is no municipality") }
    let life = CohortLife(
      municipality: municipality, calendar: calendar(bench.cohorts - 1), ordinal: bench.cohorts - 1)
    var show = ShowProgress()
    show.cohort = life.code
    let today = CohortCalendar.morning(of: CohortLife.Stage.completion.day(life.calendar))
    return try Queries(bench: bench, service: service).measured(show, by: municipality.hr, at: today)
  }

  private func bytes(_ file: String) throws -> Double {
    var status = stat()
    guard lstat("\(bench.state)/\(file)", &status) == 0 else { throw Trouble("there is no \(file)") }
    return Double(status.st_size)
  }
}
