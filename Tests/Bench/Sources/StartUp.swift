import Glibc

/// How long service and command line take to start, and how much memory the service has then.
struct StartUp {
  let bench: Bench
  let service: Service

  func measured() throws -> [Measurement] {
    // The views are behind, since the log has grown without them.
    let first = try service.start()
    try service.stop()
    var times: [Double] = []
    for round in 0..<bench.rounds {
      times.append(try service.start())
      if round < bench.rounds - 1 { try service.stop() }
    }
    guard let memory = try service.process?.memory() else { throw Trouble("the service is gone") }
    return [
      Measurement("start with \(bench.events) events, views behind", first * 1000, "ms"),
      Measurement("start with \(bench.events) events", median(times) * 1000, "ms", target: .atMost(1000)),
      Measurement("resident memory after it", memory.now, "MiB"),
      Measurement("most resident memory in it", memory.peak, "MiB"),
    ] + (try commandLine())
  }

  private func commandLine() throws -> [Measurement] {
    let nothing = try milliseconds(["/bin/true"])
    let version = try milliseconds(["\(bench.programs)/talentctl", "--version"])
    let query = try milliseconds(
      ["\(bench.programs)/talentctl", "admin", "status", "--output", "json", "--socket", bench.socket])
    return [
      Measurement("talentctl --version", version, "ms", beside: ("/bin/true", nothing), target: .atMost(6)),
      Measurement("talentctl admin status", query, "ms", beside: ("/bin/true", nothing)),
    ]
  }

  /// The median of a hundred runs.
  private func milliseconds(_ arguments: [String]) throws -> Double {
    let times = try (0..<100).map { _ in
      try timed {
        guard try Child(arguments).wait() == 0 else { throw Trouble("\(arguments.joined(separator: " ")) failed") }
      }.seconds
    }
    return median(times) * 1000
  }
}
