import CPlatform
import Logging
import ServiceLifecycle
import StrictJSON
import TalentInterface
import Varlink

/// The socket: from the service manager where it hands one over, our own otherwise. A graceful stop answers what was
/// accepted.
struct SocketService: ServiceLifecycle.Service {
  let server: VarlinkServer
  let watch: SocketWatch

  init(_ daemon: Daemon) throws {
    let settings = daemon.settings
    var configuration = ServerConfiguration()
    // Calls of one connection are begun in their order and may share a commit; their replies keep the order.
    configuration.callsAtOnce = configuration.outstandingCalls
    // All are counted; told is the first of each kind, and then one in a while: nobody outside fills the log.
    let (refusals, ends, failures) = (Seldom(seconds: 10), Seldom(seconds: 10), Seldom(seconds: 60))
    configuration.report = { event in
      daemon.metrics.note(event)
      switch event {
      case .refused(_, let why): if refusals.isTime { daemon.report(.connectionRefused("\(why)")) }
      case .ended(_, let fault): if ends.isTime { daemon.report(.connectionEnded("\(fault)")) }
      case .notAccepting(let errno): if failures.isTime { daemon.report(.connectionsNotTaken(code: errno)) }
      }
    }
    // The first descriptor that a service manager hands over.
    let isHandedOver = talent_listen_fds() > 0
    let path = isHandedOver ? SocketService.path(of: 3) ?? settings.socketPath : settings.socketPath
    let interfaces = try InterfaceText.all.map { try VarlinkInterface(parsing: $0.text) }
    server = try VarlinkServer(
      isHandedOver ? .descriptor(3) : .path(settings.socketPath, mode: settings.socketMode),
      info: ServiceInfo(
        vendor: "talentd", product: "talentd", version: Daemon.version, url: "https://talentd.example"),
      interfaces: interfaces, handler: SocketHandler(service: daemon), configuration: configuration)
    server.limit(to: settings.limits)
    watch = SocketWatch(server, path: path, mode: settings.socketMode, isHandedOver: isHandedOver)
    daemon.serve(at: server)
  }

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await server.run()
    } onGracefulShutdown: {
      ServiceManager.stopping()
      server.stop()
    }
  }

  private static func path(of descriptor: Int32) -> String? {
    var buffer = [CChar](repeating: 0, count: 128)
    guard talent_socket_path(descriptor, &buffer, buffer.count) == 0 else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
