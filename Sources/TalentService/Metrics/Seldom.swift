import CPlatform
import Synchronization

/// Lets something be told at most once in so long: what comes again and again would bury the rest of the log.
final class Seldom: Sendable {
  private let milliseconds: Int64
  private let last = Atomic<Int64>(.min)

  init(seconds: Int64) { milliseconds = seconds * 1000 }

  var isTime: Bool {
    let now = talent_monotonic_ms()
    let before = last.load(ordering: .relaxed)
    guard before == .min || now - before >= milliseconds else { return false }
    return last.compareExchange(expected: before, desired: now, ordering: .relaxed).exchanged
  }
}
