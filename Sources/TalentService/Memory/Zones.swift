import CPlatform
import Synchronization
import TalentDomain

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

/// One time zone.
///
/// Unchecked: the pointer is to what was read once and is never changed (CPlatform promises that any thread may use it), and
/// it is closed only when the last reference is gone.
final class Zone: @unchecked Sendable {
  private let pointer: OpaquePointer

  init?(_ name: String) {
    guard let pointer = talent_zone_open(name) else { return nil }
    self.pointer = pointer
  }

  deinit { talent_zone_close(pointer) }

  func local(_ instant: Instant) -> LocalTime {
    let seconds = (instant.milliseconds - (instant.milliseconds < 0 ? 999 : 0)) / 1000
    var offset: Int32 = 0
    guard talent_zone_local(pointer, seconds, &offset) >= 0 else { return .blank }
    let local = seconds + Int64(offset)
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return LocalTime(
      date: CivilDate(dayNumber: Int(day)), time: TimeOfDay(seconds: Int(local - day * 86_400)))
  }

  /// Nil for a time that the clocks skipped.
  func instant(_ time: LocalTime) -> Instant? {
    let (year, month, day) = time.date.components
    let seconds = time.time.seconds
    var utc: Int64 = 0
    var kind: Int32 = 0
    guard
      talent_zone_utc(
        pointer, Int32(year), Int32(month), Int32(day), Int32(seconds / 3600), Int32(seconds / 60 % 60),
        Int32(seconds % 60), &utc, &kind) >= 0, kind != TALENT_LOCAL_GAP.rawValue
    else { return nil }
    return Instant(milliseconds: utc * 1000)
  }
}
