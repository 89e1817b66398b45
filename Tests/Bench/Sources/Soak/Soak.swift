import Glibc
import TalentDomain

/// Minutes under load, in which nothing may grow but the log: `make soak`.
///
/// Municipalities record cohort after cohort, and beside them two clients ask and write at a steady pace, whose answers are
/// timed. What the process holds is looked at every few seconds; the second quarter of the time is held against the last, so
/// that what fills up once (caches, the cohorts that are kept warm) is over by then.
struct Soak {
  let bench: Bench
  let minutes: Int
  /// That the municipalities record together; the log is to be as large at the end wherever this runs.
  static let eventsPerSecond = 1000
  private static let interval = Duration.seconds(5)

  func run() async throws -> Report {
    let service = Service(bench)
    defer { service.kill() }
    try service.start()
    guard let process = service.process else { throw Trouble("the service is not there") }
    let load = SoakLoad(bench: bench)
    try await load.register()
    let (start, end) = (ContinuousClock.now, ContinuousClock.now + .seconds(minutes * 60))
    var looks: [SoakLook] = []
    let answers = try await withThrowingTaskGroup(of: [SoakAnswer].self) { group in
      group.addTask { try await load.record(from: start, until: end) }
      group.addTask { try await load.write(from: start, until: end) }
      group.addTask { try await load.ask(from: start, until: end) }
      while ContinuousClock.now < end {
        try await Task.sleep(for: Soak.interval)
        guard !process.hasEnded() else { throw Trouble("the service ended under load") }
        looks.append(try SoakLook(process, bench, at: ContinuousClock.now - start))
        if looks.count % 12 == 0, let look = looks.last { say(look.sentence) }
      }
      var answers: [SoakAnswer] = []
      for try await some in group { answers += some }
      return answers
    }
    let size = try Office(service).status().size ?? 0
    try service.stop()
    return try report(looks, answers, size)
  }

  private func report(_ looks: [SoakLook], _ answers: [SoakAnswer], _ size: Int) throws -> Report {
    let quarter = Duration.seconds(minutes * 15)
    let (early, late) = (quarter..<quarter * 2, quarter * 3..<quarter * 4 + .seconds(60))
    let (then, now) = (looks.filter { early.contains($0.at) }, looks.filter { late.contains($0.at) })
    guard !then.isEmpty, !now.isEmpty else { throw Trouble("a minute at least") }
    var report = Report()
    report.add([
      Measurement("events at the end", Double(size), "events"),
      Measurement(
        "resident memory, the last quarter", median(now.map(\.memory)), "MiB",
        beside: ("the second", median(then.map(\.memory))), target: .ratioAtMost(1.1)),
      Measurement(
        "open file descriptors, at most", now.map(\.descriptors).max() ?? 0, "",
        beside: ("the second", then.map(\.descriptors).max() ?? 0), target: .ratioAtMost(1.1)),
      // Twice the size up to which it is kept once it was that large: a transaction of its own may come on top.
      Measurement("write-ahead log, at most", looks.map(\.journal).max() ?? 0, "MiB", target: .atMost(128)),
    ])
    for kind in SoakAnswer.Kind.allCases {
      let (then, now) = (SoakAnswer.p99(answers, kind, early), SoakAnswer.p99(answers, kind, late))
      report.add([
        Measurement("\(kind.rawValue), p99", now, "µs", beside: ("the second", then), target: .ratioAtMost(1.5))
      ])
    }
    return report
  }
}

/// What the process holds at one moment.
struct SoakLook {
  /// Since the load began.
  let at: Duration
  /// Resident, in MiB.
  let memory: Double
  let descriptors: Double
  /// Of the log, in MiB.
  let journal: Double

  init(_ process: Child, _ bench: Bench, at: Duration) throws {
    self.at = at
    memory = try process.memory().now
    descriptors = Double(try process.openDescriptors())
    var status = stat()
    journal = lstat("\(bench.state)/log.sqlite3-wal", &status) == 0 ? Double(status.st_size) / 1_048_576 : 0
  }

  var sentence: String {
    "after \(at.components.seconds) s: \(Report.text(memory)) MiB, \(Report.text(descriptors)) descriptors, "
      + "write-ahead log \(Report.text(journal)) MiB"
  }
}

/// One answer that was timed.
struct SoakAnswer {
  enum Kind: String, CaseIterable, Sendable {
    case written = "a durable command"
    case asked = "ShowCohort"
  }

  let kind: Kind
  /// Since the load began.
  let at: Duration
  let took: Duration

  /// In microseconds, of those that were asked for within that time.
  static func p99(_ answers: [SoakAnswer], _ kind: Kind, _ within: Range<Duration>) -> Double {
    let sorted = answers.filter { $0.kind == kind && within.contains($0.at) }.map { Double(nanoseconds: $0.took) }
      .sorted()
    return sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, sorted.count * 99 / 100)] / 1000
  }
}
