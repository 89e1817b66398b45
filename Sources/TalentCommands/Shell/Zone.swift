import CPlatform
import TalentDomain

/// The clock on the wall in Denmark. Statically linked Foundation knows no zones, the C shim does.
final class Zone {
  private let handle: OpaquePointer

  init?(_ name: String) {
    guard let handle = talent_zone_open(name) else { return nil }
    self.handle = handle
  }

  deinit { talent_zone_close(handle) }

  func local(_ instant: Instant) -> LocalTime {
    let seconds = Int((Double(instant.milliseconds) / 1000).rounded(.down))
    var offset: Int32 = 0
    _ = talent_zone_local(handle, Int64(seconds), &offset)
    let shifted = seconds + Int(offset)
    let day = Int((Double(shifted) / 86_400).rounded(.down))
    return LocalTime(date: CivilDate(dayNumber: day), time: TimeOfDay(seconds: shifted - day * 86_400))
  }

  /// Nil for a time that the clocks skipped; the earlier where they showed it twice.
  func instant(_ local: LocalTime) -> Instant? {
    let (year, month, day) = local.date.components
    let seconds = local.time.seconds
    var utc: Int64 = 0
    var kind: Int32 = 0
    let failed = talent_zone_utc(
      handle, Int32(year), Int32(month), Int32(day), Int32(seconds / 3600), Int32(seconds / 60 % 60),
      Int32(seconds % 60), &utc, &kind)
    guard failed == 0, kind != TALENT_LOCAL_GAP.rawValue else { return nil }
    return Instant(milliseconds: utc * 1000)
  }
}
