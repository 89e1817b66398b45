import ServiceLifecycle

/// Tries again what a reader or a full disk stood in the way of. Whoever carried the erasure out was told that it is not done.
struct ErasingService: ServiceLifecycle.Service {
  let daemon: Daemon
  private static let interval = Duration.seconds(10)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: ErasingService.interval)
        do {
          try await daemon.completeErasuresOwed()
        } catch {
          daemon.report(.erasureUnfinished)
        }
      }
    }
  }
}
