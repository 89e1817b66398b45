/// A call that took longer than `limits.slow-milliseconds`: which method, and where its time went. It tells nothing of who called
/// or with what.
struct SlowCall: Sendable {
  let method: String
  /// Ties this line to nothing but itself: for talking about it.
  let reference: String
  private let milliseconds: Int64
  /// In order, for a command that came so far: waiting for its turn, deciding, the commit, the views, the reply.
  private let phases: [(name: String, milliseconds: Int64)]

  /// Nil where the call was fast enough.
  init?(_ method: String, from start: Int64, to end: Int64, _ timing: CallTiming?, limitMilliseconds: Int) {
    milliseconds = (end - start) / 1_000_000
    guard milliseconds >= Int64(limitMilliseconds) else { return nil }
    self.method = method
    reference = String(UInt32.random(in: 0...UInt32.max), radix: 16)
    var phases: [(String, Int64)] = []
    if let timing {
      var last = start
      for (name, point) in [
        ("waiting", CallTiming.Point.begun), ("deciding", .decided), ("commit", .durable), ("projecting", .projected),
      ] {
        guard let time = timing.time(point) else { break }
        phases.append((name, (time - last) / 1_000_000))
        last = time
      }
      if phases.count == 4 { phases.append(("reply", (end - last) / 1_000_000)) }
    }
    self.phases = phases
  }

  var sentence: String {
    let parts = phases.map { "\($0.name) \($0.milliseconds)" }.joined(separator: ", ")
    return "\(method) took \(milliseconds) ms\(parts.isEmpty ? "" : " (\(parts))")"
  }

  var fields: [(String, String)] {
    [("method", method), ("reference", reference), ("milliseconds", "\(milliseconds)")]
      + phases.map { ("\($0.name)-milliseconds", "\($0.milliseconds)") }
  }
}
