import CPlatform
import Logging
import ServiceLifecycle
import StrictJSON
import TalentInterface
import Varlink

/// The socket: from the service manager where it hands one over, our own otherwise. A graceful stop answers what was
/// accepted.
struct SocketService: ServiceLifecycle.Service {
  private let server: VarlinkServer

  init(_ daemon: Daemon) throws {
    var configuration = ServerConfiguration()
    let logger = daemon.logger
    // Calls of one connection are begun in their order and may share a commit; their replies keep the order.
    configuration.callsAtOnce = configuration.outstandingCalls
    configuration.report = { event in
      switch event {
      case .refused(_, let why): logger.notice("a connection was refused", metadata: ["why": "\(why)"])
      case .ended(_, let fault): logger.notice("a connection was ended", metadata: ["why": "\(fault)"])
      }
    }
    // The first descriptor that a service manager hands over.
    let endpoint: VarlinkEndpoint =
      talent_listen_fds() > 0
      ? .descriptor(3) : .path(daemon.settings.socketPath, mode: daemon.settings.socketMode)
    let interfaces = try InterfaceText.all.map { try VarlinkInterface(parsing: $0.text) }
    server = try VarlinkServer(
      endpoint,
      info: ServiceInfo(
        vendor: "talentd", product: "talentd", version: Daemon.version, url: "https://talentd.example"),
      interfaces: interfaces, handler: SocketHandler(service: daemon), configuration: configuration)
  }

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await server.run()
    } onGracefulShutdown: {
      server.stop()
    }
  }
}
