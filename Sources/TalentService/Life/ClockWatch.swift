/// Notices that the machine's clock has been set: the time on the wall against the time that has passed.
///
/// Steering by NTP moves a clock by half a millisecond a second at most, which between two looks stays far below the threshold.
struct ClockWatch {
  /// Milliseconds.
  static let threshold: Int64 = 1000

  /// By how much the wall's clock was ahead of the time since the machine's start, at the last look.
  private var ahead: Int64?

  /// - Parameters:
  ///   - wall: milliseconds since 1970.
  ///   - passed: milliseconds since the machine's start, asleep or awake.
  /// - Returns: by how many milliseconds the clock was set since the last look, below zero where it was set back.
  mutating func look(wall: Int64, passed: Int64) -> Int64? {
    let now = wall - passed
    defer { ahead = now }
    guard let ahead, abs(now - ahead) > ClockWatch.threshold else { return nil }
    return now - ahead
  }

  /// At the start: what the log knows to be over lies ahead.
  /// - Parameter last: when the last event was recorded; nil for an empty log.
  static func step(since last: Int64?, now: Int64) -> Int64? {
    guard let last, last - now > threshold else { return nil }
    return now - last
  }
}

/// The two clocks of a machine.
struct MachineClocks: Sendable {
  var wall: @Sendable () -> Int64
  var passed: @Sendable () -> Int64
}
