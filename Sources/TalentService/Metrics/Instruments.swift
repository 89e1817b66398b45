import Synchronization

/// A number that only grows. Made once at the start; counting is one atomic addition.
final class Counter: Sendable {
  private let count = Atomic(0)

  func add(_ more: Int = 1) { count.add(more, ordering: .relaxed) }

  var value: Int { count.load(ordering: .relaxed) }
}

/// How many values fell below each of some bounds, and their sum (Prometheus: histogram).
final class Histogram: Sendable {
  /// The largest value that each bucket still takes; the last takes all there are.
  let bounds: [Int]
  private let buckets: [Counter]
  private let total = Counter()

  init(bounds: [Int]) {
    self.bounds = bounds
    buckets = (0...bounds.count).map { _ in Counter() }
  }

  func observe(_ value: Int) {
    buckets[bounds.firstIndex { value <= $0 } ?? bounds.count].add()
    total.add(value)
  }

  /// Each bucket's count, without those below it.
  var counts: [Int] { buckets.map(\.value) }
  var sum: Int { total.value }

  /// Of latencies, in nanoseconds: half a millisecond to ten seconds.
  static func latencies() -> Histogram {
    Histogram(
      bounds: [
        500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000, 100_000_000, 250_000_000,
        500_000_000, 1_000_000_000, 2_500_000_000, 5_000_000_000, 10_000_000_000,
      ])
  }
}
