import CPlatform
import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// Offers interfaces on a Unix socket.
///
/// It listens from its creation on; connections are answered while `run` runs.
package final class VarlinkServer: Sendable {
  private struct State {
    var descriptor: Int32?
    var channel: (any Channel)?
    var isStopping = false
  }

  private let configuration: ServerConfiguration
  private let directory: ServiceDirectory
  private let handler: any VarlinkHandler
  private let state: Mutex<State>
  private let registry: ConnectionRegistry
  private let room: ServerRoom
  private let accepted: AsyncStream<ServerConnection>
  private let acceptedContinuation: AsyncStream<ServerConnection>.Continuation

  /// Throws `VarlinkError.connection` when it cannot listen there, and `VarlinkSyntaxError` never for interfaces that
  /// were parsed.
  package init(
    _ endpoint: VarlinkEndpoint, info: ServiceInfo, interfaces: [VarlinkInterface], handler: any VarlinkHandler,
    configuration: ServerConfiguration = ServerConfiguration()
  ) throws {
    self.configuration = configuration
    self.handler = handler
    directory = try ServiceDirectory(info, interfaces)
    registry = ConnectionRegistry(configuration)
    room = ServerRoom(configuration)
    (accepted, acceptedContinuation) = AsyncStream.makeStream()
    state = Mutex(State(descriptor: try VarlinkServer.open(endpoint)))
  }

  private static func open(_ endpoint: VarlinkEndpoint) throws -> Int32 {
    let descriptor =
      switch endpoint {
      case .path(let path, let mode): talent_open_socket(path, mode)
      case .descriptor(let descriptor): descriptor
      }
    guard descriptor >= 0 else { throw VarlinkError.connection(.system(-descriptor)) }
    return descriptor
  }

  deinit {
    if let descriptor = state.withLock({ $0.descriptor }) { close(descriptor) }
  }

  /// Answers calls until `stop` is called or the task is cancelled; then no more are accepted, those that were are
  /// finished, and it returns. Under cancellation the handlers' tasks are cancelled too, under `stop` only streams are.
  package func run() async throws {
    guard let descriptor = state.withLock({ $0.descriptor.take() }) else { return }
    try await withTaskCancellationHandler {
      let channel = try await bootstrap().withBoundSocket(descriptor).get()
      let isStopping = state.withLock { state in
        state.channel = channel
        return state.isStopping
      }
      if isStopping { channel.close(promise: nil) }
      await withDiscardingTaskGroup { group in
        for await connection in accepted {
          group.addTask {
            await connection.run()
            self.registry.remove(connection)
          }
        }
        // A cancelled stream ends without us.
        stop()
      }
      try? await channel.closeFuture.get()
    } onCancel: {
      stop()
    }
  }

  /// Lets `run` end gracefully. May be called from anywhere, more than once.
  package func stop() {
    let channel = state.withLock { state in
      state.isStopping = true
      return state.channel
    }
    channel?.close(promise: nil)
    acceptedContinuation.finish()
    for connection in registry.stop() {
      connection.channel.eventLoop.execute { connection.assumeIsolated { $0.stop() } }
    }
  }

  /// How many clients are connected.
  package var connections: Int { registry.count }

  /// How many there may be, from the next one on; those that are connected stay.
  package func limitConnections(inAll: Int, perUser: Int) { registry.limit(inAll: inAll, perUser: perUser) }

  /// Returns when every event loop has had its turn: none of them is stuck.
  package func probe() async throws {
    for loop in configuration.eventLoopGroup.makeIterator() { try await loop.submit {}.get() }
  }

  /// Listens anew, where somebody has removed the socket's file. Connections stay.
  package func listenAnew(_ endpoint: VarlinkEndpoint) throws {
    let descriptor = try VarlinkServer.open(endpoint)
    bootstrap().withBoundSocket(descriptor).whenSuccess { channel in
      let old = self.state.withLock { state in
        defer { if !state.isStopping { state.channel = channel } }
        return state.isStopping ? channel : state.channel
      }
      old?.close(promise: nil)
    }
  }

  // MARK: Accepting

  private func bootstrap() -> ServerBootstrap {
    ServerBootstrap(group: configuration.eventLoopGroup)
      .serverChannelOption(.backlog, value: 512)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            AcceptRest { self.configuration.report(.notAccepting(errno: $0)) })
        }
      }
      // A client that shuts its side after asking still gets its answers.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      // One read, then what it brought: a second try would mostly be in vain.
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(
        .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 64, initial: 2048, maximum: 8 << 10)
      )
      .childChannelOption(.writeBufferWaterMark, value: .init(low: 32 << 10, high: 64 << 10))
      .childChannelInitializer { channel in
        // Failing would reach the listening socket's pipeline; a connection's fault ends that connection only.
        self.setUp(channel).flatMapErrorThrowing { _ in channel.close(promise: nil) }
      }
  }

  private func setUp(_ channel: any Channel) -> EventLoopFuture<Void> {
    guard let options = channel as? any SocketOptionProvider else {
      return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
    }
    let credentials: EventLoopFuture<talent_peer> = options.unsafeGetSocketOption(
      level: .socket, name: .init(rawValue: SO_PEERCRED))
    return credentials.flatMapThrowing { credentials in
      let peer = Peer(uid: credentials.uid, gid: credentials.gid, pid: credentials.pid)
      guard let id = self.registry.admit(peer) else {
        channel.close(promise: nil)
        return
      }
      let connection = ServerConnection(
        id: id, peer: peer, channel: channel, directory: self.directory, handler: self.handler, room: self.room,
        configuration: self.configuration)
      channel.closeFuture.whenComplete { _ in self.registry.release(id, peer) }
      // First in the pipeline: no reading while the client does not read.
      try channel.pipeline.syncOperations.addHandler(BackPressureHandler())
      try channel.pipeline.syncOperations.addHandler(ServerConnectionHandler(connection))
      if self.registry.add(connection) {
        self.acceptedContinuation.yield(connection)
      } else {
        channel.close(promise: nil)
      }
    }
  }
}
