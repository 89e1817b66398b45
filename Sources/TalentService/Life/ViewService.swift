import Projections
import ServiceLifecycle
import Varlink

/// Lets the views follow when they could not: the commit that they missed was durable, and the disk may have been full only
/// for them. The next commit would do it as well; nobody should wait for that.
struct ViewService: ServiceLifecycle.Service {
  let daemon: Daemon
  private static let interval = Duration.seconds(1)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: ViewService.interval)
        let size = daemon.published.read().size
        guard daemon.views.position < size else { continue }
        // What fails now is tried again; that they fell behind has been reported.
        try? await offEventLoop { [views = daemon.views] in try views.catchUp(to: size) }
      }
    }
  }
}
