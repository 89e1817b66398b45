extension Daemon {
  /// Tells of a call that took longer than the setting allows.
  func noteIfSlow(_ method: String, _ timing: CallTiming, _ end: Int64) {
    let limit = standing.inForce.settings.limits.slowMilliseconds
    guard let call = SlowCall(method, from: timing.received, to: end, timing, limitMilliseconds: limit) else { return }
    metrics.slow.add()
    report(.slowCall(call))
  }
}
