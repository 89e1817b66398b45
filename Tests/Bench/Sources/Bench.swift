import Glibc

/// One run. Everything is measured on one state folder, which grows on the way; then the municipalities on one of their own.
struct Bench {
  let programs: String
  let plain: String
  private(set) var folder: String
  /// How many events the log has at the end.
  let events: Int
  /// How many municipalities record how many cohorts each.
  let municipalities: Int
  let cohorts: Int
  /// How long each round lasts.
  let seconds: Int
  /// What is compared takes turns; the median counts.
  let rounds = 3

  var state: String { "\(folder)/state" }
  var socket: String { "\(folder)/socket" }

  func run() async throws -> Report {
    var report = Report()
    let service = Service(self)
    defer { service.kill() }
    try service.start()
    say("people")
    try report.add(Office(service).importPeople())
    say("commands")
    try report.add(DurableCommands(bench: self, service: service).measured())
    try service.stop()
    say("\(events) events")
    report.add(try await LargeLog(bench: self).measured())
    say("start")
    try report.add(StartUp(bench: self, service: service).measured())
    say("queries")
    try report.add(Queries(bench: self, service: service).measured())
    say("rebuild and folds")
    try report.add(Rebuilding(bench: self, service: service).measured())
    say("evidence")
    let evidence = Evidencing(bench: self, service: service)
    try report.add(evidence.exported())
    try service.stop()
    try report.add(evidence.verified())
    try report.add(Folds(bench: self, what: "selections").measured())
    try report.add(await Municipalities(bench: try inFolder("municipalities")).measured())
    return report
  }

  /// The same on a state folder that is empty yet.
  private func inFolder(_ name: String) throws -> Bench {
    var other = self
    other.folder += "/\(name)"
    guard mkdir(other.folder, 0o700) == 0 else { throw Trouble("cannot make \(other.folder)") }
    return other
  }

  /// SplitMix64's seed for everything that is drawn.
  static let seed: UInt64 = 20_270_426
}

/// Seconds that a closure takes.
func timed<Value>(_ body: () throws -> Value) rethrows -> (seconds: Double, value: Value) {
  let start = ContinuousClock.now
  let value = try body()
  return (Double(nanoseconds: ContinuousClock.now - start) / 1e9, value)
}

extension Double {
  init(nanoseconds duration: Duration) {
    self = Double(duration.components.seconds) * 1e9 + Double(duration.components.attoseconds) / 1e9
  }
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}
