import ServiceLifecycle

/// Records, every few minutes, the counted looks of a day that has passed while nobody asks anything.
struct LookService: ServiceLifecycle.Service {
  let daemon: Daemon
  private static let interval = Duration.seconds(300)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: LookService.interval)
        // What cannot be recorded now is kept, and tried again.
        try? await daemon.recordLooks()
      }
    }
  }
}
