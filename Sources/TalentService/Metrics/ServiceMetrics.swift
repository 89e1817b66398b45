import Synchronization
import TalentDomain
import TalentInterface
import Varlink

/// What the service counts while it works. All of it is laid out at the start, by method, result and rule, so that counting costs
/// a few atomic additions and no label can ever hold anything of a person.
final class ServiceMetrics: Sendable {
  /// Of one method of the socket.
  final class OfMethod: Sendable {
    let results = CallResult.allCases.map { _ in Counter() }
    /// Rows of an import, judged one by one.
    let rows = CallResult.allCases.map { _ in Counter() }
    /// From the last byte read to the last byte handed on.
    let seconds = Histogram.latencies()
  }

  let methods: [String: OfMethod]
  let refusals: [String: Counter]
  /// Calls of methods that there are not.
  let unknownMethods = Counter()
  let commits = Counter()
  let events = Counter()
  let batches = Histogram(bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256])
  /// From the receipt of a command until the disk has it.
  let durable = Histogram.latencies()
  let connectionsRefused = Counter()
  let framesRefused = Counter()
  let connectionsEnded = Counter()
  let notAccepted = Counter()
  let slow = Counter()

  init() {
    methods = Dictionary(uniqueKeysWithValues: Methods.names.map { ($0, OfMethod()) })
    refusals = Dictionary(Rulebook.rules.map { ($0.id.rawValue, Counter()) }) { first, _ in first }
  }

  func committed(requests: Int, events: Int) {
    commits.add()
    self.events.add(events)
    batches.observe(requests)
  }

  func note(_ event: ServerEvent) {
    switch event {
    case .refused: connectionsRefused.add()
    case .ended(_, .malformed), .ended(_, .partialFrameTooOld): framesRefused.add()
    case .ended: connectionsEnded.add()
    case .notAccepting: notAccepted.add()
    }
  }

  /// A call has ended.
  func ended(_ method: String, _ result: CallResult, nanoseconds: Int64, _ timing: CallTiming?) {
    guard let counted = methods[method] else { return unknownMethods.add() }
    counted.results[result.rawValue].add()
    counted.seconds.observe(Int(nanoseconds))
    if let timing, let time = timing.time(.durable) { durable.observe(Int(time - timing.received)) }
  }

  func refused(_ findings: [FindingLine]) {
    for finding in findings { refusals[finding.rule.value]?.add() }
  }
}
