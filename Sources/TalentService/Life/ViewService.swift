import Projections
import ServiceLifecycle
import Varlink

/// Keeps the views what they should be while they serve. After an upgrade that makes their rows otherwise, they are built anew
/// beside those that answer. And they follow where they could not: the commit that they missed was durable, and the disk may have
/// been full only for them; the next commit would do it as well, but nobody should wait for that.
struct ViewService: ServiceLifecycle.Service {
  let daemon: Daemon
  private static let interval = Duration.seconds(1)
  /// A rebuild that failed is tried again after so many of them.
  private static let patience = 60

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var untilRebuild = 0
      while !Task.isCancelled {
        if daemon.views.areOutdated, untilRebuild == 0 {
          try? await daemon.condition.during(.rebuild) {
            _ = try await daemon.views.rebuild { _, _ in await Task.yield() }
          }
          untilRebuild = ViewService.patience
        }
        untilRebuild = max(0, untilRebuild - 1)
        try? await Task.sleep(for: ViewService.interval)
        let size = daemon.published.read().size
        guard daemon.views.position < size else { continue }
        // What fails now is tried again; that they fell behind has been reported.
        try? await offEventLoop { [views = daemon.views] in try views.catchUp(to: size) }
      }
    }
  }
}
