import CPlatform
import Glibc
import TalentDomain
import TalentInterface

/// Round trips of queries, beside a bare echo of as many bytes each way.
struct Queries {
  let bench: Bench
  let service: Service

  private var echoSocket: String { "\(bench.folder)/echo-socket" }

  func measured() throws -> [Measurement] {
    try waitForScrub()
    var showCohort = ShowCohort()
    showCohort.cohort = LargeLog.lastCohort
    var nominations = ListNominations()
    nominations.cohort = LargeLog.lastCohort
    let now = Instant(milliseconds: talent_realtime_ms())
    return try measured(WhoAmI(), by: Office.hr, at: now) + measured(showCohort, by: Office.hr, at: now)
      + measured(nominations, by: Office.hr, at: now)
  }

  /// - Parameter time: when it is asked: what a simulated log would have to look up, and a real one has not.
  func measured<Q: Query>(_ query: Q, by number: String, at time: Instant) throws -> [Measurement] {
    let frame = Office.frame("\(Q.area.interface).\(Q.method)", Office.parameters(query, as: number, at: time))
    let first = try Plain.load(bench, socket: bench.socket, frame: frame, clients: 1, seconds: 0.2)
    let echo = try Plain.server(bench, "echo", socket: echoSocket, [String(first.replyLength - 1)])
    defer { echo.kill() }
    var (ours, bare): ([Plain.Load], [Plain.Load]) = ([], [])
    for _ in 0..<bench.rounds {
      ours.append(
        try Plain.load(bench, socket: bench.socket, frame: frame, clients: 1, seconds: Double(bench.seconds)))
      bare.append(
        try Plain.load(bench, socket: echoSocket, frame: frame, clients: 1, seconds: Double(bench.seconds)))
    }
    let name = "\(Q.method), \(first.replyLength) bytes"
    return [
      Measurement("\(name), p50", median(ours.map(\.p50)), "µs", beside: ("echo", median(bare.map(\.p50)))),
      Measurement(
        "\(name), p99", median(ours.map(\.p99)), "µs", beside: ("echo", median(bare.map(\.p99))),
        target: .ratioAtMost(3)),
    ]
  }

  /// What the service verifies in the background after its start is not to be measured along.
  private func waitForScrub() throws {
    let office = try Office(service)
    let end = ContinuousClock.now + .seconds(300)
    while true {
      let status = try office.status()
      // It goes by whole blocks of 256 leaves, and the service has recorded its start since.
      if let scrubbed = status.scrubbed, let size = status.size, scrubbed + 512 > size { return }
      guard ContinuousClock.now < end else { throw Trouble("the background pass does not come to an end") }
      usleep(100_000)
    }
  }
}
