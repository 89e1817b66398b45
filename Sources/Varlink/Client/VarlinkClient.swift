import CPlatform
package import NIOCore
import NIOPosix
package import StrictJSON

/// A client for programs that have an event loop. Calls may be made from anywhere at the same time: they travel one after
/// another without waiting for the answers (pipelining), which come in the order of the calls.
///
/// The actor's executor is the channel's event loop.
package actor VarlinkClient {
  private nonisolated let channel: any Channel
  private nonisolated let limits: JSONLimits
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    channel.eventLoop.executor.asUnownedSerialExecutor()
  }

  private var buffer: FrameBuffer
  private var pending = PendingReplies()
  private var isReadHeldBack = false
  private var closed: VarlinkError?

  private init(_ channel: any Channel, maximumFrameLength: Int) {
    self.channel = channel
    limits = JSONLimits(maximumLength: maximumFrameLength)
    buffer = FrameBuffer(limit: maximumFrameLength)
  }

  /// Connects to a Unix socket. Whoever connects must `close`.
  package static func connect(
    path: String, maximumFrameLength: Int = 1 << 20,
    eventLoopGroup: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup
  ) async throws -> VarlinkClient {
    let descriptor = talent_connect_socket(path)
    guard descriptor >= 0 else { throw VarlinkError.connection(.system(-descriptor)) }
    return try await ClientBootstrap(group: eventLoopGroup)
      .channelOption(.maxMessagesPerRead, value: 1)
      .withConnectedSocket(descriptor) { channel in
        channel.eventLoop.makeCompletedFuture {
          let client = VarlinkClient(channel, maximumFrameLength: maximumFrameLength)
          try channel.pipeline.syncOperations.addHandler(VarlinkClientHandler(client))
          return client
        }
      }
  }

  /// Connects, lends the client to `body`, and closes it whatever happens.
  package static func connected<Value: Sendable>(
    path: String, maximumFrameLength: Int = 1 << 20,
    eventLoopGroup: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup,
    _ body: (VarlinkClient) async throws -> Value
  ) async throws -> Value {
    let client = try await connect(path: path, maximumFrameLength: maximumFrameLength, eventLoopGroup: eventLoopGroup)
    let outcome: Result<Value, any Error>
    do {
      outcome = .success(try await body(client))
    } catch {
      outcome = .failure(error)
    }
    await client.close()
    return try outcome.get()
  }

  package nonisolated func close() async {
    channel.close(promise: nil)
    try? await channel.closeFuture.get()
  }

  // MARK: Calls

  /// Calls a method, by its full name, and waits for its answer. A cancelled task stops waiting; the answer is dropped
  /// when it comes.
  package func call(_ method: String, _ parameters: JSON = .object([])) async throws -> JSON {
    try await call(method, canonical: parameters.canonical())
  }

  /// The same with parameters that are canonical JSON already (an object).
  package func call(_ method: String, canonical parameters: [UInt8]) async throws -> JSON {
    let number = try send(method, parameters, more: false, oneway: false)
    guard let reply = try await next(number) else { throw closed ?? .connection(.closed) }
    return reply
  }

  /// Calls a method with `more`. The answers are read as they are taken; who stops before the last one must close the
  /// client, as later calls would wait for the rest.
  package func stream(_ method: String, _ parameters: JSON = .object([])) throws(VarlinkError) -> VarlinkReplies {
    VarlinkReplies(client: self, number: try send(method, parameters.canonical(), more: true, oneway: false))
  }

  /// Calls a method that sends no answer.
  package func oneway(_ method: String, _ parameters: JSON = .object([])) throws(VarlinkError) {
    try send(method, parameters.canonical(), more: false, oneway: true)
  }

  // MARK: Sending and waiting

  @discardableResult
  private func send(_ method: String, _ parameters: [UInt8], more: Bool, oneway: Bool) throws(VarlinkError) -> UInt64 {
    if let closed { throw closed }
    let frame = CallFrame.write(method, canonical: parameters, more: more, oneway: oneway)
    channel.writeAndFlush(channel.allocator.buffer(bytes: frame), promise: nil)
    return oneway ? 0 : pending.add()
  }

  /// The next answer to a call; nil after the last one.
  func next(_ number: UInt64) async throws -> JSON? {
    try await withTaskCancellationHandler {
      while true {
        switch pending.take(number) {
        case .reply(let reply):
          readOn()
          if let name = reply.error { throw VarlinkError.remote(name: name, parameters: reply.parameters) }
          return reply.parameters
        case .finished: return nil
        case .wait:
          if let closed { throw closed }
          if Task.isCancelled {
            pending.abandon(number)
            readOn()
            throw CancellationError()
          }
          await withCheckedContinuation { pending.wait(number, $0) }
        }
      }
    } onCancel: {
      channel.eventLoop.execute { self.assumeIsolated { $0.pending.wake(number) } }
    }
  }

  // MARK: From the channel

  func received(_ bytes: ByteBuffer) {
    guard closed == nil else { return }
    buffer.append(bytes, at: 0)
    do throws(MalformedFrame) {
      while let (bytes, _) = try buffer.next() {
        let limits = limits
        let reply = try bytes.withUnsafeReadableBytes { buffer in
          Result { () throws(MalformedFrame) in try ReplyFrame(parsing: buffer, limits: limits) }
        }.get()
        // An answer that nobody asked for cannot be put anywhere.
        guard pending.deliver(reply) else { throw .notAnObject }
      }
    } catch {
      end(.connection(.malformed(error)))
    }
  }

  /// Nothing further is read while enough answers wait to be taken.
  func mayRead() -> Bool {
    guard pending.isFull else { return true }
    isReadHeldBack = true
    return false
  }

  func becameInactive() { end(.connection(.closed)) }

  private func readOn() {
    guard isReadHeldBack, !pending.isFull else { return }
    isReadHeldBack = false
    channel.read()
  }

  private func end(_ error: VarlinkError) {
    guard closed == nil else { return }
    closed = error
    buffer.removeAll()
    pending.wakeAll()
    channel.close(promise: nil)
  }
}

/// The answers to one `more` call, in order. Ends after the last; throws `VarlinkError`.
package struct VarlinkReplies: AsyncSequence, Sendable {
  let client: VarlinkClient
  let number: UInt64

  package struct Iterator: AsyncIteratorProtocol {
    let client: VarlinkClient
    let number: UInt64

    package mutating func next() async throws -> JSON? { try await client.next(number) }
  }

  package func makeAsyncIterator() -> Iterator { Iterator(client: client, number: number) }
}

final class VarlinkClientHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let client: VarlinkClient

  init(_ client: VarlinkClient) {
    self.client = client
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    client.assumeIsolated { $0.received(bytes) }
  }

  func read(context: ChannelHandlerContext) {
    if client.assumeIsolated({ $0.mayRead() }) { context.read() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    client.assumeIsolated { $0.becameInactive() }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
