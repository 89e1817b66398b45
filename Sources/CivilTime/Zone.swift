import CPlatform
package import TalentDomain

/// A time zone: what its clocks show at an instant, and when they show a time. Statically linked Foundation knows no zones,
/// the C shim does.
///
/// Unchecked: the pointer is to what was read once and is never changed (CPlatform promises that any thread may use it), and
/// it is closed only when the last reference is gone.
package final class Zone: @unchecked Sendable {
  private let pointer: OpaquePointer

  /// Nil where nobody knows the name, such as `Europe/Copenhagen`.
  package init?(_ name: String) {
    guard let pointer = talent_zone_open(name) else { return nil }
    self.pointer = pointer
  }

  deinit { talent_zone_close(pointer) }

  package func local(_ instant: Instant) -> LocalTime {
    let seconds = Zone.floored(instant.milliseconds, by: 1000)
    var offset: Int32 = 0
    guard talent_zone_local(pointer, seconds, &offset) >= 0 else { return .blank }
    let local = seconds + Int64(offset)
    let day = Zone.floored(local, by: 86_400)
    return LocalTime(date: CivilDate(dayNumber: Int(day)), time: TimeOfDay(seconds: Int(local - day * 86_400)))
  }

  /// Nil for a time that the clocks skipped; the earlier where they showed it twice.
  package func instant(_ local: LocalTime) -> Instant? {
    let (year, month, day) = local.date.components
    let seconds = local.time.seconds
    var utc: Int64 = 0
    var kind: Int32 = 0
    let result = talent_zone_utc(
      pointer, Int32(year), Int32(month), Int32(day), Int32(seconds / 3600), Int32(seconds / 60 % 60),
      Int32(seconds % 60), &utc, &kind)
    guard result >= 0, kind != TALENT_LOCAL_GAP.rawValue else { return nil }
    return Instant(milliseconds: utc * 1000)
  }

  /// Division that rounds down before 1970 too.
  private static func floored(_ value: Int64, by divisor: Int64) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
