import CivilTime
import Synchronization

/// Time zones by name, read from the system once each.
final class Zones: Sendable {
  private let known = Mutex<[String: Zone]>([:])

  func zone(_ name: String) -> Zone? {
    known.withLock { known in
      if let zone = known[name] { return zone }
      guard known.count < 64, let zone = Zone(name) else { return nil }
      known[name] = zone
      return zone
    }
  }
}
