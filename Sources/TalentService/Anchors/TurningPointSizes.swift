import Synchronization

/// The sizes of checkpoints that were signed just before turning points, newest last: `talent-anchor` has them anchored first.
/// In memory only; what is forgotten at a restart is covered by the next checkpoint.
final class TurningPointSizes: Sendable {
  private static let limit = 16
  private let kept = Mutex<[Int]>([])

  var sizes: [Int] { kept.withLock { $0 } }

  func add(_ size: Int) {
    guard size > 0 else { return }
    kept.withLock { sizes in
      guard sizes.last != size else { return }
      sizes = sizes.suffix(TurningPointSizes.limit - 1) + [size]
    }
  }
}
