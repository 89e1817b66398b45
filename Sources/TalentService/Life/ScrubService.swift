import EventLog
import ServiceLifecycle

/// The background pass: verifies what start-up did not, then everything again each day. A leaf that does not verify ends
/// the service: nothing may be written behind a changed past.
struct ScrubService: ServiceLifecycle.Service {
  let daemon: Daemon
  /// After what only stood in the way, such as a full disk.
  private static let retry = Duration.seconds(60)

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await daemon.log.scrub { _, _ in }
          try daemon.log.forgetRetiredKeys()
          await rest()
        } catch {
          if daemon.log.halted != nil { throw error }
          try? await Task.sleep(for: ScrubService.retry)
        }
      }
    }
  }

  /// Until the next pass is due, by the settings in force: they may change meanwhile.
  private func rest() async {
    let done = ContinuousClock.now
    while !Task.isCancelled, ContinuousClock.now < done + .seconds(daemon.settings.scrubHours * 3600) {
      try? await Task.sleep(for: .seconds(60))
    }
  }
}
