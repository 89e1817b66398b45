import CPlatform
import Synchronization

/// When one command came to each point of its way. Marked by the event loop and by the writer's thread, read when it is over.
final class CallTiming: Sendable {
  enum Point {
    /// Its turn at the writer.
    case begun
    case decided
    /// The commit has reached the disk.
    case durable
    /// The views have moved on.
    case projected
  }

  /// Nanoseconds of the clock that never goes back.
  let received = talent_monotonic_ns()
  private let begun = Atomic<Int64>(0)
  private let decided = Atomic<Int64>(0)
  private let durable = Atomic<Int64>(0)
  private let projected = Atomic<Int64>(0)

  func mark(_ point: Point) {
    let now = talent_monotonic_ns()
    switch point {
    case .begun: begun.store(now, ordering: .relaxed)
    case .decided: decided.store(now, ordering: .relaxed)
    case .durable: durable.store(now, ordering: .relaxed)
    case .projected: projected.store(now, ordering: .relaxed)
    }
  }

  /// Nil where the call never came so far.
  func time(_ point: Point) -> Int64? {
    let time =
      switch point {
      case .begun: begun.load(ordering: .relaxed)
      case .decided: decided.load(ordering: .relaxed)
      case .durable: durable.load(ordering: .relaxed)
      case .projected: projected.load(ordering: .relaxed)
      }
    return time == 0 ? nil : time
  }
}
